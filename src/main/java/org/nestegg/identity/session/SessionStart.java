package org.nestegg.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.nestegg.identity.User;
import org.nestegg.identity.audit.Activity;
import org.nestegg.identity.audit.AuditEvent;
import org.nestegg.identity.limit.SignInLimits;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.security.KnownCallers;

/**
 * How a session begins.
 *
 * @param user kept from all others until the end of the transaction, or new in it
 * @param event how the trail tells of it
 * @param ttl how long it lasts if it is not gone on with
 * @param source the IP address that it is begun from
 * @param userAgent what the client calls itself, or null
 * @param attempt to sign in that it was, which is none any more
 * @param refreshHash of the token that it goes on with, or null
 * @param cookieHash of the secret in the cookie that it goes on with, or null
 */
record SessionStart(
        User user,
        AuditEvent event,
        Duration ttl,
        String source,
        String userAgent,
        Optional<SignInLimits.Attempt> attempt,
        byte[] refreshHash,
        byte[] cookieHash) {

    /** All of it by one statement: the oldest sessions make room, and the trail tells of that, too. */
    private static final String STATEMENT = """
            with ended as (
                delete from session where user_id = :owner and id in (
                    select s.id from session s where s.user_id = :owner and s.expires_at > :now order by s.id desc offset :others)
                    returning id),
            ended_told as (%s from ended having count(*) > 0),
            begun as (
                insert into session (id, user_id, created_at, used_at, expires_at, source, user_agent, cookie_hash)
                    values (:session, :owner, :now, :now, :until, :source, :userAgent, :cookie)),
            token as (
                insert into refresh_token (hash, user_id, session_id)
                    select cast(:token as bytea), cast(:owner as uuid), cast(:session as uuid) where cast(:token as bytea) is not null),
            begun_told as (%s)
            select 1 from %s
            """.formatted(
                    Activity.insert("cast(:endedEntry as uuid)", ":ended", "null", "'oldest ' || count(*)"),
                    Activity.insert("cast(:entry as uuid)", ":event", "cast(:session as uuid)", "null"),
                    SignInLimits.TAKEN_BACK);

    /** Begins it, in the current transaction. */
    Session begin() {
        KnownCallers.forgetOnCommit(user.id);
        Session session = new Session();
        session.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        session.owner = user.id;
        session.user = user;
        Instant now = StoredEntity.now();
        Map<String, Object> parameters = new HashMap<>(SignInLimits.parameters(attempt));
        parameters.put("owner", user.id);
        parameters.put("session", session.id);
        parameters.put("now", now);
        parameters.put("until", now.plus(ttl));
        parameters.put("source", source);
        parameters.put("userAgent", userAgent);
        parameters.put("cookie", cookieHash);
        parameters.put("token", refreshHash);
        parameters.put("others", Session.MAX - 1);
        parameters.put("endedEntry", UuidVersion7Strategy.INSTANCE.generateUuid(null));
        parameters.put("ended", AuditEvent.SESSION_ENDED.code());
        parameters.put("entry", UuidVersion7Strategy.INSTANCE.generateUuid(null));
        parameters.put("event", event.code());
        Sql.list(STATEMENT, parameters, Sql.Columns::number);
        return session;
    }
}

package org.nestegg.identity.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostRemove;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.identity.IdentityProblem;
import org.nestegg.identity.User;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.OwnedEntity;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.Limit;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.KnownCallers;

/** A token that a user makes for a script or an app. The token itself is shown once; the row holds its SHA-256. */
@Entity
@Table(name = "personal_token")
public class PersonalToken extends OwnedEntity {

    /** Of a user. */
    public static final Limit LIMIT = new Limit("tokens", 50, IdentityProblem.TEXTS);

    /** What such a token begins with: it can be told from others, also by whoever looks for leaked ones. */
    static final String PREFIX = "nestegg_";

    /** How exactly it is kept when a token was last used: not each request shall write. */
    private static final Duration USE = Duration.ofMinutes(1);

    @Column(updatable = false)
    public String name;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    public Scope scope;

    @Column(updatable = false)
    public byte[] hash;

    @Column(updatable = false)
    public Instant expiresAt;

    public Instant lastUsedAt;

    /**
     * Makes a token for the owner.
     *
     * @throws ProblemException with {@code limit-reached}, or {@code invalid-token} if the owner's account is gone
     */
    static Issued create(UUID owner, TokenInput input) {
        // Of two at once the second waits, and counts the first's.
        User.locked(owner).orElseThrow(() -> new ProblemException(CommonProblem.INVALID_TOKEN));
        forgetExpired(owner);
        LIMIT.check(count(owner));
        String secret = PREFIX + SecretToken.make(owner);
        PersonalToken token = new PersonalToken();
        token.owner = owner;
        token.name = input.name();
        token.scope = input.scope();
        token.expiresAt = input.expiresAt();
        token.hash = SecretToken.hash(secret);
        token.persistAndFlush();
        return new Issued(token, secret);
    }

    /**
     * A new token.
     *
     * @param secret the token itself, of which nothing but the hash is kept
     */
    record Issued(PersonalToken token, String secret) {}

    static Optional<PersonalToken> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** One page of the owner's tokens, the newest first. */
    static List<PersonalToken> page(UUID owner, PageRequest page) {
        Criteria criteria = Criteria.ofOwner(owner).andBefore(page.after());
        return PersonalToken.<PersonalToken>find(criteria.where() + " order by id desc", criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UUID owner) {
        return count("owner", owner);
    }

    /** Those that are good for nothing any more. */
    private static void forgetExpired(UUID owner) {
        delete("owner = ?1 and expiresAt <= ?2", owner, now());
    }

    @PostRemove
    void forget() {
        KnownCallers.forgetOnCommit(owner);
    }

    public static void revokeAll(UUID owner) {
        KnownCallers.forgetOnCommit(owner);
        delete("owner", owner);
    }

    /** Whether it is long enough ago that its use was kept. */
    boolean isDueForTouch() {
        return lastUsedAt == null || lastUsedAt.isBefore(now().minus(USE));
    }

    /** Keeps that the token was used just now. */
    static void touch(UUID owner, UUID id) {
        update("lastUsedAt = ?1 where owner = ?2 and id = ?3", now(), owner, id);
    }
}

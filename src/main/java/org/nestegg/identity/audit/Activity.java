package org.nestegg.identity.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.operation.Expiry;
import org.nestegg.platform.page.PageRequest;

/** One entry of the audit trail: what happened to an account, when, and from where. It is never changed. */
@Entity
@Immutable
@Table(name = "activity")
public class Activity extends PanacheEntityBase {

    private static final Duration KEPT = Duration.ofDays(180);

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @Column(name = "user_id")
    public UUID owner;

    public Instant at;

    public String event;

    public UUID sessionId;

    /** The IP address. */
    public String source;

    public String detail;

    /** Writes an entry; session, source and detail may be null. */
    public static void write(UUID owner, AuditEvent event, UUID session, String source, String detail) {
        Activity activity = new Activity();
        activity.owner = owner;
        activity.at = StoredEntity.now();
        activity.event = event.code();
        activity.sessionId = session;
        activity.source = source;
        activity.detail = detail;
        activity.persist();
    }

    /**
     * Whether a user has signed in from the parameter {@code source}, as an SQL expression of the user's id: one look into an index,
     * however much has happened. Only events that are written out are seen to be those of the index.
     */
    public static String isKnownSource(String user) {
        return "exists (select from activity a where a.user_id = " + user
                + " and a.source = :source and a.event in ('signed-in', 'registered'))";
    }

    /**
     * Writes an entry as part of a statement: with parameters {@code owner}, {@code now} and {@code source}, and what else is named as SQL
     * expressions. It has a {@code where} or {@code from} of its own choice after it.
     */
    public static String insert(String id, String event, String session, String detail) {
        return "insert into activity (id, user_id, at, event, session_id, source, detail) select " + id
                + ", cast(:owner as uuid), cast(:now as timestamptz), " + event + ", " + session
                + ", cast(:source as text), " + detail;
    }

    /** One page of what happened to the owner's account, the newest first. */
    static List<Activity> page(UUID owner, PageRequest page) {
        Criteria criteria = Criteria.ofOwner(owner).andBefore(page.after());
        return Activity.<Activity>find(criteria.where() + " order by id desc", criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UUID owner) {
        return count("owner", owner);
    }

    public static long purge() {
        return delete(
                "(owner, id) in (select a.owner, a.id from Activity a where a.at <= ?1 order by a.at limit ?2)",
                StoredEntity.now().minus(KEPT),
                Expiry.SLICE);
    }
}

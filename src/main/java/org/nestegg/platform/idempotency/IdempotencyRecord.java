package org.nestegg.platform.idempotency;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.operation.Expiry;

/** The answer to a request with an idempotency key, kept for a day. */
@Entity
@Table(name = "idempotency_key")
public class IdempotencyRecord extends PanacheEntityBase {

    static final Duration KEPT = Duration.ofHours(24);

    @EmbeddedId
    public Id id;

    /** What the request was: another one with the same key is refused. */
    @Column(updatable = false)
    public byte[] fingerprint;

    @Column(updatable = false)
    public int status;

    @Column(updatable = false)
    public String location;

    @Column(updatable = false)
    public String tag;

    /** What else the answer says of what was done: fields, each with name, colon and value; null if nothing. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(updatable = false)
    public List<String> headers;

    /** JSON, or null for an answer without a body. */
    @Column(updatable = false)
    public byte[] body;

    @Column(updatable = false)
    public Instant createdAt;

    IdempotencyRecord() {}

    IdempotencyRecord(Id id, byte[] fingerprint) {
        this.id = id;
        this.fingerprint = fingerprint;
        createdAt = StoredEntity.now();
    }

    /**
     * Keeps a key from all others until the end of the transaction, without waiting: whoever comes while the first is
     * being worked on is told so. Should two ever pass, the primary key lets one.
     */
    static boolean claim(Id id) {
        return Panache.getSession()
                .createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))", Boolean.class)
                .setParameter("key", id.owner + " " + id.key)
                .getSingleResult();
    }

    /** The answer that is kept for a key, if its day has not passed. */
    static Optional<IdempotencyRecord> of(Id id) {
        Optional<IdempotencyRecord> answer = findByIdOptional(id);
        if (answer.isPresent() && !answer.get().createdAt.isAfter(oldest())) {
            delete("id", id);
            Panache.getSession().detach(answer.get());
            return Optional.empty();
        }
        return answer;
    }

    static long purge() {
        return delete(
                "id in (select k.id from IdempotencyRecord k where k.createdAt <= ?1 order by k.createdAt limit ?2)",
                oldest(),
                Expiry.SLICE);
    }

    private static Instant oldest() {
        return StoredEntity.now().minus(KEPT);
    }

    /** A key is its user's own: others may use the same. */
    @Embeddable
    public record Id(@Column(name = "user_id") UUID owner, String key) {}
}

package org.nestegg.platform.idempotency;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.operation.Expiry;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

/** The answer to a request with an idempotency key, kept for a day. */
@Entity
@Table(name = "idempotency_key")
public class IdempotencyRecord extends PanacheEntityBase {

    static final Duration KEPT = Duration.ofHours(24);

    private static final String CLAIM = "select pg_try_advisory_xact_lock(hashtextextended(:claimed, 0))";

    private static final String FIND =
            "select fingerprint, status, location, tag, coalesce(headers, '{}'), body, created_at"
                    + " from idempotency_key where user_id = :owner and key = :key";

    private static final String KEEP =
            "insert into idempotency_key (user_id, key, fingerprint, status, location, tag, headers, body, created_at)"
                    + " values (:owner, :key, :fingerprint, :status, :location, :tag, :headers, :body, :createdAt)";

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
     * Keeps a key from all others until the end of the transaction, without waiting, and finds the answer that is kept for it, if its
     * day has not passed: one round trip. Should two ever pass, the primary key lets one.
     *
     * @throws ProblemException with {@code idempotency-key-in-use} to whoever comes while the first is being worked on
     */
    static Optional<IdempotencyRecord> claim(Id id) {
        Sql.Both<Boolean, IdempotencyRecord> both = Sql.both(
                CLAIM,
                Sql.Columns::flag,
                FIND,
                Map.of("claimed", id.owner + " " + id.key, "owner", id.owner, "key", id.key),
                row -> read(id, row));
        if (!both.first()) {
            throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_IN_USE);
        }
        Optional<IdempotencyRecord> answer = both.rows().stream().findFirst();
        if (answer.isPresent() && !answer.get().createdAt.isAfter(oldest())) {
            delete("id", id);
            return Optional.empty();
        }
        return answer;
    }

    /** Keeps the answer, which is the last of its transaction. */
    void keep() {
        Panache.flush();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("owner", id.owner);
        parameters.put("key", id.key);
        parameters.put("fingerprint", fingerprint);
        parameters.put("status", status);
        parameters.put("location", location);
        parameters.put("tag", tag);
        parameters.put("headers", headers);
        parameters.put("body", body);
        parameters.put("createdAt", createdAt);
        Sql.last(KEEP, parameters);
    }

    private static IdempotencyRecord read(Id id, Sql.Columns row) throws SQLException {
        IdempotencyRecord answer = new IdempotencyRecord();
        answer.id = id;
        answer.fingerprint = row.bytes();
        answer.status = (int) row.number();
        answer.location = row.text();
        answer.tag = row.text();
        answer.headers = row.texts();
        answer.body = row.bytes();
        answer.createdAt = row.instant();
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

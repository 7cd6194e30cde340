package org.nestegg.statement;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.operation.Expiry;

/**
 * How an import is read, what is found in its file, and how its rows are counted: what may change as often as its owner likes. The
 * texts are JSON, see {@link PlanJson}.
 */
@Entity
@Table(name = "statement_plan")
public class StatementPlan extends PanacheEntityBase {

    /** A file is kept for so long after its last use. */
    static final Duration FILE_KEPT = Duration.ofDays(30);

    /** So much of a user's files is kept at once, in bytes; of more, those not used for longest go first. */
    private static final long FILES_KEPT = 256L * 1024 * 1024;

    @EmbeddedId
    public Id id;

    /** The account that was named for all of it, or null. */
    public UUID accountId;

    /** Accounts that were named by number. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String accounts;

    /** What was said of its layout. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String answers;

    /** How it is read; null where there is no choice. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String layout;

    @JdbcTypeCode(SqlTypes.JSON)
    public String questions;

    @JdbcTypeCode(SqlTypes.JSON)
    public String warnings;

    @JdbcTypeCode(SqlTypes.JSON)
    public String statements;

    /** Tells one bank's files of a format from another's. */
    public String source;

    /** Whether no question is open, and each statement has an account. */
    public boolean complete;

    @Column(name = "row_count")
    public int rows;

    @Column(name = "create_count")
    public int creates;

    @Column(name = "link_count")
    public int links;

    /** Without those that are invalid. */
    @Column(name = "skip_count")
    public int skips;

    @Column(name = "invalid_count")
    public int invalids;

    /** The change that was the owner's newest when its rows were decided on. */
    public long plannedSeq;

    /** When its file was used last. */
    public Instant usedAt;

    StatementPlan() {}

    StatementPlan(UUID owner, UUID importId) {
        id = new Id(owner, importId);
    }

    /** What stands for the plan of an import that was deleted. */
    static StatementPlan forgotten(UUID owner, UUID importId) {
        StatementPlan plan = new StatementPlan(owner, importId);
        plan.statements = "[]";
        plan.questions = "[]";
        plan.warnings = "[]";
        return plan;
    }

    /** Says that its file is in use. */
    void touch() {
        usedAt = StoredEntity.now();
    }

    static Optional<StatementPlan> of(UUID owner, UUID importId) {
        return findByIdOptional(new Id(owner, importId));
    }

    /** Those of some imports, by import. */
    static Map<UUID, StatementPlan> all(UUID owner, Collection<UUID> imports) {
        return StatementPlan.<StatementPlan>stream("id.owner = ?1 and id.importId in ?2", owner, imports)
                .collect(Collectors.toMap(plan -> plan.id.importId, plan -> plan));
    }

    /** Forgets the files of an owner who has too many, those not used for longest first. */
    static void forgetBeyond(UUID owner) {
        Panache.getSession()
                .createNativeMutationQuery(
                        "delete from statement_file where user_id = :owner and import_id in ("
                                + "select import_id from (select f.import_id, sum(i.bytes) over (order by p.used_at desc, i.id desc) as"
                                + " kept from (select distinct import_id from statement_file where user_id = :owner) f"
                                + " join statement_plan p on p.user_id = :owner and p.import_id = f.import_id"
                                + " join statement_import i on i.user_id = :owner and i.id = f.import_id) k where kept > :most)")
                .setParameter("owner", owner)
                .setParameter("most", FILES_KEPT)
                .executeUpdate();
    }

    /** Forgets parts of files that have not been used for {@link #FILE_KEPT}, within a transaction. */
    static long purgeFiles() {
        return Panache.getSession()
                .createNativeMutationQuery("delete from statement_file where (user_id, import_id, part) in ("
                        + "select f.user_id, f.import_id, f.part from statement_plan p join statement_file f"
                        + " on f.user_id = p.user_id and f.import_id = p.import_id"
                        + " where p.used_at < :before limit :most)")
                .setParameter("before", StoredEntity.now().minus(FILE_KEPT))
                .setParameter("most", Expiry.SLICE)
                .executeUpdate();
    }

    /** A plan is that of an import. */
    @Embeddable
    public record Id(@Column(name = "user_id") UUID owner, UUID importId) {}
}

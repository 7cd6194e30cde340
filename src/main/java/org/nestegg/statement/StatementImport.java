package org.nestegg.statement;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.SelectionQuery;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Row;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.Limit;
import org.nestegg.platform.problem.ProblemException;

/** A bank's file that was sent, and what became of it. Its {@link StatementPlan} says what is to become of it. */
@Entity
@Table(name = "statement_import")
public class StatementImport extends RecordedEntity {

    /** Of a user. */
    static final Limit LIMIT = new Limit("imports", 1_000, StatementProblem.TEXTS);

    private static final String UNFITTING =
            "select w.id from unnest(cast(:written as uuid[])) w (id) where not exists (select from statement_plan p"
                    + " where p.user_id = :owner and p.import_id = w.id) or exists (select from transaction t"
                    + " where t.user_id = :owner and t.import_id = w.id and not exists (select from statement_row r"
                    + " where r.user_id = :owner and r.import_id = w.id and r.decision = 'create' and r.applied_id = t.id))";

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    public ImportStage stage = ImportStage.PLANNED;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    public StatementFormat format;

    @Column(updatable = false)
    public String encoding;

    @Column(updatable = false)
    public String fileName;

    @Column(updatable = false)
    public int bytes;

    @Column(updatable = false)
    public String sha256;

    public Instant appliedAt;

    public Instant undoneAt;

    StatementImport() {}

    /** As it was. */
    StatementImport(Row row) {
        super(row);
        stage = row.coded("state", ImportStage.values());
        format = row.coded("format", StatementFormat.values());
        encoding = row.text("encoding");
        fileName = row.text("file_name");
        bytes = row.number("bytes");
        sha256 = row.text("sha256");
        appliedAt = row.instant("applied_at");
        undoneAt = row.instant("undone_at");
    }

    /**
     * Keeps that a file was sent.
     *
     * @throws ProblemException with {@code limit-reached}
     */
    static StatementImport of(UUID owner, StatementFormat format, String encoding, ReceivedFile file) {
        LIMIT.check(count("owner", owner));
        StatementImport sent = new StatementImport();
        sent.owner = owner;
        sent.format = format;
        sent.encoding = encoding;
        sent.fileName = file.name();
        sent.bytes = file.content().length;
        sent.sha256 = file.sha256();
        sent.persistAndFlush();
        return sent;
    }

    /** Its rows have become what they were to become. */
    void applied() {
        stage = ImportStage.APPLIED;
        appliedAt = now();
        flush();
    }

    /** What it has created is gone. */
    void undone() {
        stage = ImportStage.UNDONE;
        undoneAt = now();
        flush();
    }

    /**
     * Deletes it with its plan, its rows and its file.
     *
     * @throws ProblemException with {@code import-applied}
     */
    void remove() {
        requireNotApplied();
        delete();
        flush();
    }

    /** @throws ProblemException with {@code import-applied} if what it has created is there */
    void requireNotApplied() {
        if (stage == ImportStage.APPLIED) {
            throw new ProblemException(StatementProblem.IMPORT_APPLIED);
        }
    }

    /** @throws ProblemException with {@code import-applied} or {@code import-undone} if it is no plan any more */
    void requirePlanned() {
        requireNotApplied();
        if (stage == ImportStage.UNDONE) {
            throw new ProblemException(StatementProblem.IMPORT_UNDONE);
        }
    }

    static Optional<StatementImport> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** The same, kept from all others until the end of the transaction. */
    static Optional<StatementImport> locked(UUID owner, UUID id) {
        return StatementImport.<StatementImport>find("owner = ?1 and id = ?2", owner, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** One page of the owner's imports, the newest first. */
    static List<StatementImport> page(UUID owner, Optional<ImportState> state, PageRequest page) {
        Criteria criteria = criteria(owner, state);
        page.after().stream()
                .findFirst()
                .ifPresent(after -> criteria.and("i.id < :after", "after", UUID.fromString(after)));
        return query("select i " + from(criteria) + " order by i.id desc", criteria, StatementImport.class)
                .setMaxResults(page.fetch())
                .getResultList();
    }

    static long count(UUID owner, Optional<ImportState> state) {
        Criteria criteria = criteria(owner, state);
        return query("select count(*) " + from(criteria), criteria, Long.class).getSingleResult();
    }

    private static Criteria criteria(UUID owner, Optional<ImportState> state) {
        Criteria criteria = Criteria.ofAll().and("i.owner = :owner", "owner", owner);
        state.ifPresent(asked -> asked.on(criteria));
        return criteria;
    }

    private static String from(Criteria criteria) {
        return "from StatementImport i join StatementPlan p on p.id.owner = i.owner and p.id.importId = i.id where "
                + criteria.where();
    }

    private static <T> SelectionQuery<T> query(String hql, Criteria criteria, Class<T> result) {
        SelectionQuery<T> query = Panache.getSession().createSelectionQuery(hql, result);
        criteria.parameters().forEach(query::setParameter);
        return query;
    }

    /** Those that there are of some, by id. */
    static Map<UUID, StatementImport> all(UUID owner, Collection<UUID> ids) {
        return StatementImport.<StatementImport>stream("owner = ?1 and id in ?2", owner, ids)
                .collect(Collectors.toMap(sent -> sent.id, sent -> sent));
    }

    /**
     * Those of some that were brought or set back and no longer fit: the plan was deleted with one, or has been made anew since what it
     * had created.
     */
    static List<UUID> unfitting(UUID owner, List<UUID> written) {
        return written.isEmpty()
                ? List.of()
                : Sql.list(UNFITTING, Map.of("owner", owner, "written", written), Sql.Columns::id);
    }
}

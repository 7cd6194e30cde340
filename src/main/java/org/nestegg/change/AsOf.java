package org.nestegg.change;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.ProblemException;

/**
 * What was an owner's just after a change, or, at 0, before the first. A row was then as the next change of it found it; if there was
 * none since, as it is now; and if it was created later, not at all.
 */
public record AsOf(UUID owner, long seq) {

    public static final QueryParameter<Long> PARAMETER =
            QueryParameter.number("asOf", "As it was just after the change of this seq; 0 for before the first");

    private static final String ROWS = """
            (select t.* from %1$s t where t.user_id = :owner and t.created_seq <= %3$s and not exists (
                select from change_item i where i.user_id = :owner and i.id = t.id and i.seq > %3$s)
            union all
            select r.* from (
                    select distinct on (i.id) i.created_seq, i.before from change_item i
                        where i.user_id = :owner and i.type = '%2$s' and i.seq > %3$s order by i.id, i.seq) e
                cross join lateral jsonb_populate_record(cast(null as %1$s), e.before) r
                where e.created_seq <= %3$s)
            """;

    private static final String VERSIONS = """
            select v.seq, v.id, cast(coalesce(i.before, to_jsonb(t)) as text)
                from unnest(cast(:seqs as bigint[]), cast(:ids as uuid[])) v (seq, id)
                left join lateral (
                    select before, created_seq from change_item
                        where user_id = :owner and id = v.id and seq > v.seq and type = '%2$s'
                        order by seq limit 1) i on true
                left join %1$s t on t.user_id = :owner and t.id = v.id
                where case when i.before is null then t.created_seq else i.created_seq end <= v.seq
            """;

    private static final String LAST = """
            select cast(coalesce(
                (select to_jsonb(t) from %1$s t where t.user_id = :owner and t.id = :id),
                (select before from change_item where user_id = :owner and id = :id and type = '%2$s'
                    order by seq desc limit 1)) as text)
            """;

    /** What a request asks for, if it asks for the past; to be checked once all parameters have been read. */
    public static Optional<AsOf> read(QueryReader query, UUID owner) {
        return query.get(PARAMETER).map(seq -> new AsOf(owner, seq));
    }

    /**
     * What has been read, if it could be told: that is known only afterwards, because it may be forgotten meanwhile.
     *
     * @throws ProblemException with {@code no-longer-kept}, or with {@code invalid-input} if there is no such change yet
     */
    public <T> T check(T read) {
        Change.Kept kept = Change.kept(owner);
        if (seq > kept.latest()) {
            throw PARAMETER.fault(CommonFieldError.OUT_OF_RANGE, 0, kept.latest());
        }
        if (!kept.knowsStateAfter(seq)) {
            throw new ProblemException(ChangeProblem.NO_LONGER_KEPT);
        }
        return read;
    }

    /**
     * The rows of an owner at a time, in SQL that stands for the table; what triggers keep is null or as it is now.
     *
     * @param seq an SQL expression; {@code :owner} is a parameter
     */
    public static String rows(RecordedType type, String seq) {
        return ROWS.formatted(type.table(), type.name(), seq);
    }

    /**
     * Some rows of a table as they were.
     *
     * @param criteria conditions of SQL, on columns
     * @param orderBy begins with {@code order by}
     */
    public List<Row> list(RecordedType type, Criteria criteria, String orderBy, int most) {
        String where = " where " + criteria.where() + " " + orderBy + " limit :most";
        // Of what has not changed since, the first few are found by an index; of what has, among all that has.
        String sql = "select cast(to_jsonb(t) as text) from ("
                + String.join(") union all (", halves(type, "t.*", "r.*", where))
                        .transform(both -> "(" + both + ")")
                + ") t " + orderBy + " limit :most";
        NativeQuery<String> query = query(sql, criteria, String.class).setParameter("most", most);
        return check(query.getResultList().stream().map(Row::of).toList());
    }

    /** How many rows of a table there were. */
    public long count(RecordedType type, Criteria criteria) {
        List<String> halves = halves(type, "count(*) as n", "count(*) as n", " where " + criteria.where());
        String sql = "select cast(sum(n) as bigint) from (" + String.join(" union all ", halves) + ") counts";
        return check(query(sql, criteria, Long.class).getSingleResult());
    }

    private static List<String> halves(RecordedType type, String ofTable, String ofImages, String where) {
        return List.of(
                "select " + ofTable + " from (select * from " + type.table()
                        + " n where n.user_id = :owner and n.created_seq <= :seq and not exists (select from change_item i"
                        + " where i.user_id = :owner and i.id = n.id and i.seq > :seq)) t" + where,
                // As one value for each image, kept from being made for each column: three times as fast as a function
                // in from.
                "select " + ofImages + " from (select (e.image).* from (select jsonb_populate_record(cast(null as "
                        + type.table() + "), d.before) as image"
                        + " from (select distinct on (i.id) i.created_seq as first, i.before from change_item i"
                        + " where i.user_id = :owner and i.type = '" + type.name() + "' and i.seq > :seq"
                        + " order by i.id, i.seq) d where d.first <= :seq offset 0) e) r" + where);
    }

    private <T> NativeQuery<T> query(String sql, Criteria criteria, Class<T> result) {
        NativeQuery<T> query = Panache.getSession()
                .createNativeQuery(sql, result)
                .setParameter("owner", owner)
                .setParameter("seq", seq);
        criteria.parameters().forEach(query::setParameter);
        return query;
    }

    /** One row as it was. */
    public Optional<Row> row(RecordedType type, UUID id) {
        return Optional.ofNullable(rows(type, List.of(id)).get(id));
    }

    /** Some rows as they were, those that there were, by id. */
    public Map<UUID, Row> rows(RecordedType type, List<UUID> ids) {
        List<Version> versions = ids.stream().map(id -> new Version(seq, id)).toList();
        return check(versions(owner, type, versions).entrySet().stream()
                .collect(Collectors.toMap(row -> row.getKey().id(), Map.Entry::getValue)));
    }

    /** Rows at the times of their versions, those that there were then. */
    public static Map<Version, Row> versions(UUID owner, RecordedType type, List<Version> versions) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        return Panache.getSession()
                .createNativeQuery(VERSIONS.formatted(type.table(), type.name()), Object[].class)
                .setParameter("owner", owner)
                .setParameter("seqs", versions.stream().map(Version::seq).toArray(Long[]::new))
                .setParameter("ids", versions.stream().map(Version::id).toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        found -> new Version((long) found[0], (UUID) found[1]),
                        found -> Row.of((String) found[2]),
                        (one, _) -> one,
                        HashMap::new));
    }

    /** A row as it is, or as it last was. */
    static Optional<Row> last(UUID owner, RecordedType type, UUID id) {
        return Optional.ofNullable(Panache.getSession()
                        .createNativeQuery(LAST.formatted(type.table(), type.name()), String.class)
                        .setParameter("owner", owner)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(Row::of);
    }
}

package org.nestegg.change;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.nestegg.platform.problem.Conflict;
import org.nestegg.platform.problem.ProblemException;
import org.postgresql.util.PSQLException;

/** The undoing of one change, by a few statements for each kind of object. */
final class Undoing {

    /** So many conflicts are named. */
    private static final int NAMED = 100;

    /** What says nothing of what an object is. */
    private static final String ASIDE = "cast('{version,created_seq}' as text[])";

    /** When a row {@code t} was touched last. */
    private static final String TOUCHED = "greatest((select max(i.seq) from change_item i"
            + " where i.user_id = :owner and i.id = t.id and i.type = '%s'), nullif(t.created_seq, 0))";

    private final RecordedTypes types;
    private final UUID owner;
    private final long seq;
    private final long now;
    private final Map<RecordedType, Map<ItemOp, List<UUID>>> ids = new LinkedHashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    Undoing(RecordedTypes types, Items items, UUID owner, long seq, long now) {
        this.types = types;
        this.owner = owner;
        this.seq = seq;
        this.now = now;
        Map<String, List<ItemView>> byType =
                items.all(owner, seq).stream().collect(Collectors.groupingBy(ItemView::type));
        types.all().stream()
                .filter(type -> byType.containsKey(type.name()))
                .forEach(type -> ids.put(
                        type,
                        byType.get(type.name()).stream()
                                .collect(Collectors.groupingBy(
                                        ItemView::op, Collectors.mapping(ItemView::id, Collectors.toList())))));
    }

    /** @throws ProblemException with {@code undo-conflict} or {@code limit-reached} */
    void run() {
        try {
            ids.keySet().forEach(this::findTouched);
            refuseConflicts();
            List<RecordedType> written = ids.keySet().stream()
                    .filter(type -> !written(type).isEmpty())
                    .toList();
            written.forEach(this::findMissing);
            written.forEach(this::findTwins);
            refuseConflicts();
            written.forEach(this::release);
            ids.keySet().forEach(this::bringBack);
            ids.keySet().forEach(this::setBack);
            ids.keySet().forEach(this::findDependents);
            refuseConflicts();
            new ArrayList<>(ids.keySet()).reversed().forEach(this::remove);
            ids.keySet().forEach(this::check);
            refuseConflicts();
        } catch (ConstraintViolationException broken) {
            throw inTheWay(broken);
        }
    }

    /**
     * An object must be as the change has left it; what only triggers keep does not count. What was kept is read as a row before
     * it is compared: it may have been written in another time zone, or before there were all columns.
     */
    private void findTouched(RecordedType type) {
        String derived = "cast('{" + String.join(",", type.derived()) + "}' as text[])";
        find(
                type,
                "select v.id, greatest((select max(i.seq) from change_item i where i.user_id = :owner and i.id = v.id"
                        + " and i.type = '" + type.name() + "' and i.seq > :seq), nullif(t.created_seq, 0))"
                        + " from unnest(cast(:ids as uuid[])) v (id)"
                        + " left join lateral (select before, created_seq from change_item where user_id = :owner"
                        + " and id = v.id and type = '" + type.name()
                        + "' and seq > :seq order by seq limit 1) i on true"
                        + " left join " + type.table() + " t on t.user_id = :owner and t.id = v.id"
                        + " where to_jsonb(jsonb_populate_record(cast(null as " + type.table() + "), case"
                        + " when i.before is null then case when t.created_seq <= :seq then to_jsonb(t) end"
                        + " when i.created_seq <= :seq then i.before end)) - " + derived + " - " + ASIDE
                        + " is distinct from to_jsonb(t) - " + derived + " - " + ASIDE,
                query -> query.setParameter("ids", array(all(type))).setParameter("seq", seq));
    }

    /** What an object that is brought or set back refers to must be there, or be brought back with it. */
    private void findMissing(RecordedType type) {
        type.references().forEach((column, name) -> {
            RecordedType target = types.named(name);
            List<UUID> broughtBack = of(target, ItemOp.DELETED);
            find(
                    target,
                    "select distinct cast(b.before ->> '" + column + "' as uuid) as id, (select max(i.seq)"
                            + " from change_item i where i.user_id = :owner"
                            + " and i.id = cast(b.before ->> '" + column + "' as uuid) and i.type = '" + name + "')"
                            + " from change_item b where b.user_id = :owner and b.seq = :seq"
                            + " and b.type = '" + type.name() + "' and b.before ->> '" + column + "' is not null"
                            + " and not exists (select from " + target.table() + " t where t.user_id = :owner"
                            + " and t.id = cast(b.before ->> '" + column + "' as uuid))"
                            + " and not cast(b.before ->> '" + column + "' as uuid) = any(:back)",
                    query -> query.setParameter("seq", seq).setParameter("back", array(broughtBack)));
        });
    }

    /** What has taken the name, or whatever else is there once, of an object that is brought or set back. */
    private void findTwins(RecordedType type) {
        type.twin()
                .ifPresent(condition -> find(
                        type,
                        "select distinct t.id, " + TOUCHED.formatted(type.name())
                                + " from change_item b cross join lateral jsonb_populate_record(cast(null as "
                                + type.table() + "), b.before) r join " + type.table()
                                + " t on t.user_id = :owner and not t.id = any(:ids) and (" + condition + ")"
                                + " where b.user_id = :owner and b.seq = :seq and b.type = '" + type.name() + "'",
                        query -> query.setParameter("seq", seq).setParameter("ids", array(all(type)))));
    }

    /** What goes, or is set back, may have what another has had: first nobody has it. */
    private void release(RecordedType type) {
        List<UUID> holders = Stream.concat(of(type, ItemOp.CREATED).stream(), of(type, ItemOp.CHANGED).stream())
                .toList();
        for (String column : type.handed()) {
            Panache.getSession()
                    .createNativeMutationQuery("update " + type.table() + " set " + column
                            + " = null where user_id = :owner and id = any(:ids) and " + column + " is not null")
                    .setParameter("owner", owner)
                    .setParameter("ids", array(holders))
                    .executeUpdate();
        }
    }

    private void bringBack(RecordedType type) {
        List<UUID> deleted = of(type, ItemOp.DELETED);
        if (!deleted.isEmpty()) {
            String sums = type.derived().stream()
                    .map(column -> ", '" + column + "', 0")
                    .collect(Collectors.joining());
            mutation("insert into " + type.table() + " select r.* from change_item b cross join lateral"
                            + " jsonb_populate_record(cast(null as " + type.table()
                            + "), b.before || jsonb_build_object("
                            + "'created_seq', cast(:now as bigint), 'version', cast(b.before ->> 'version' as integer) + 1"
                            + sums
                            + ")) r where b.user_id = :owner and b.seq = :seq and b.type = '" + type.name()
                            + "' and b.op = 'deleted'")
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }

    private void setBack(RecordedType type) {
        if (!of(type, ItemOp.CHANGED).isEmpty()) {
            String columns = String.join(", ", type.columns());
            String values = type.columns().stream().map(column -> "r." + column).collect(Collectors.joining(", "));
            mutation("update " + type.table() + " t set (" + columns + ", version) = (select " + values
                            + ", t.version + 1 from jsonb_populate_record(cast(null as " + type.table()
                            + "), b.before) r) from change_item b where t.user_id = :owner and b.user_id = :owner"
                            + " and b.seq = :seq and b.type = '" + type.name()
                            + "' and b.op = 'changed' and t.id = b.id")
                    .executeUpdate();
        }
    }

    /** What refers to an object that is to go must go with it. */
    private void findDependents(RecordedType type) {
        List<UUID> created = of(type, ItemOp.CREATED);
        if (created.isEmpty()) {
            return;
        }
        for (RecordedType other : types.all()) {
            other.references().forEach((column, name) -> {
                if (name.equals(type.name())) {
                    find(
                            other,
                            "select t.id, " + TOUCHED.formatted(other.name()) + " from " + other.table()
                                    + " t where t.user_id = :owner and t." + column
                                    + " = any(:ids) and not t.id = any(:gone)",
                            query -> query.setParameter("ids", array(created))
                                    .setParameter("gone", array(of(other, ItemOp.CREATED))));
                }
            });
        }
    }

    private void remove(RecordedType type) {
        List<UUID> created = of(type, ItemOp.CREATED);
        if (!created.isEmpty()) {
            Panache.getSession()
                    .createNativeMutationQuery(
                            "delete from " + type.table() + " where user_id = :owner and id = any(:ids)")
                    .setParameter("owner", owner)
                    .setParameter("ids", array(created))
                    .executeUpdate();
        }
    }

    private void check(RecordedType type) {
        List<UUID> written = written(type);
        if (!written.isEmpty()) {
            type.check().check(owner, written).forEach(id -> conflicts.add(new Conflict(type.name(), id, null)));
        }
    }

    private void find(RecordedType type, String sql, Consumer<NativeQuery<Object[]>> parameters) {
        NativeQuery<Object[]> query = Panache.getSession()
                .createNativeQuery(sql + " limit " + NAMED, Object[].class)
                .setParameter("owner", owner);
        parameters.accept(query);
        query.getResultList().forEach(row -> conflicts.add(new Conflict(type.name(), (UUID) row[0], (Long) row[1])));
    }

    private MutationQuery mutation(String sql) {
        return Panache.getSession()
                .createNativeMutationQuery(sql)
                .setParameter("owner", owner)
                .setParameter("seq", seq);
    }

    private void refuseConflicts() {
        if (!conflicts.isEmpty()) {
            throw conflict(conflicts);
        }
    }

    /** What no check has seen coming, such as more taken back from a goal than would be left: the objects concerned. */
    private ProblemException inTheWay(ConstraintViolationException broken) {
        String table = broken.getSQLException() instanceof PSQLException sql && sql.getServerErrorMessage() != null
                ? sql.getServerErrorMessage().getTable()
                : "";
        List<Conflict> all = ids.keySet().stream()
                .flatMap(type -> all(type).stream().map(id -> new Conflict(type.name(), id, null)))
                .toList();
        Set<String> concerned = types.all().stream()
                .filter(type -> type.table().equals(table))
                .map(RecordedType::name)
                .collect(Collectors.toSet());
        List<Conflict> nearest =
                all.stream().filter(found -> concerned.contains(found.type())).toList();
        return conflict(nearest.isEmpty() ? all : nearest);
    }

    private List<UUID> all(RecordedType type) {
        return ids.getOrDefault(type, Map.of()).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    /** The objects of all kinds with which one thing was done. */
    List<UUID> all(ItemOp op) {
        return ids.keySet().stream().flatMap(type -> of(type, op).stream()).toList();
    }

    /** What is brought or set back. */
    private List<UUID> written(RecordedType type) {
        return Stream.concat(of(type, ItemOp.DELETED).stream(), of(type, ItemOp.CHANGED).stream())
                .toList();
    }

    private List<UUID> of(RecordedType type, ItemOp op) {
        return ids.getOrDefault(type, Map.of()).getOrDefault(op, List.of());
    }

    private static ProblemException conflict(List<Conflict> conflicts) {
        return new ProblemException(
                ChangeProblem.UNDO_CONFLICT,
                conflicts.stream().distinct().limit(NAMED).toList());
    }

    private static UUID[] array(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}

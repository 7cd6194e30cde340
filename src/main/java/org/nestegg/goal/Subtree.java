package org.nestegg.goal;

import io.quarkus.hibernate.orm.panache.Panache;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.nestegg.change.Recording;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.operation.BusinessMetrics;

/**
 * A goal with everything below it, read or changed as a whole: each method is one statement, however large and deep the
 * subtree is.
 */
public final class Subtree {

    private static final String COLUMNS = "id, parent_id, currency, saved, end_at is not null as done, updated_at";

    /**
     * Walks down from a goal. The lateral query with its {@code offset 0} makes the planner look up the children of each
     * goal in the index, also where it knows nothing of the table yet and would join it whole with every level.
     */
    private static final String WALK = """
            with recursive subtree as (
                select id, parent_id, currency, saved, end_at is not null as done, updated_at, 1 as level
                    from goal where user_id = :owner and id = any(:roots)
                union all
                select g.*, s.level + 1 from subtree s cross join lateral (
                    select id, parent_id, currency, saved, end_at is not null, updated_at
                        from goal where user_id = :owner and parent_id = s.id offset 0) g
            )
            """;

    /**
     * Adds up what is below each of several goals, in one walk that comes by every goal once: where it meets another of
     * the several, it does not go on but says so, because that one's own part has what is below it.
     */
    private static final String TOTALS = """
            with recursive part as (
                select id as root, id, null::uuid as parent_id, currency, saved, false as done, false as other
                    from goal where user_id = :owner and id = any(:roots)
                union all
                select p.root, g.id, p.id, g.currency, g.saved, g.done, g.id = any(:roots)
                    from part p cross join lateral (
                        select id, currency, saved, end_at is not null as done
                            from goal where user_id = :owner and parent_id = p.id offset 0) g
                    where not p.other
            )
            select root, null::uuid, currency, sum(saved), count(parent_id), count(*) filter (where done),
                    count(*) filter (where parent_id = root)
                from part where not other group by root, currency
            union all
            select root, id, null, null, null, cast(done as integer), cast(parent_id = root as integer)
                from part where other
            """;

    /**
     * The comparison with true keeps the planner from making a join of it: hashed once, the subtree is looked up for each
     * of the owner's goals, where a join on a bad estimate would compare every goal with every other.
     */
    private static final String SELECTED = " where user_id = :owner and (id in (select id from subtree)) is true";

    private static final String ONE = " where user_id = :owner and id = any(:roots)";

    private Subtree() {}

    /** All goals of the owner, by id. */
    static List<GoalTreeBuilder.GoalRow> forest(UUID owner) {
        return rows("select " + COLUMNS + " from goal where user_id = :owner order by id", owner, Optional.empty());
    }

    /** A goal with everything below it, by id. */
    static List<GoalTreeBuilder.GoalRow> rows(UUID owner, UUID root) {
        return rows(
                WALK + "select id, parent_id, currency, saved, done, updated_at from subtree order by id",
                owner,
                Optional.of(root));
    }

    private static List<GoalTreeBuilder.GoalRow> rows(String sql, UUID owner, Optional<UUID> root) {
        var query = session().createNativeQuery(sql, Object[].class).setParameter("owner", owner);
        root.ifPresent(id -> query.setParameter("roots", new UUID[] {id}));
        return query.getResultList().stream().map(GoalTreeBuilder.GoalRow::of).toList();
    }

    /** What follows for goals from those below each. */
    public static Map<UUID, GoalTotals> totals(UUID owner, Collection<Goal> goals) {
        Map<UUID, GoalNode> nodes = new HashMap<>();
        goals.forEach(goal -> nodes.put(goal.id, new GoalNode(goal.id)));
        if (!goals.isEmpty()) {
            session()
                    .createNativeQuery(TOTALS, Object[].class)
                    .setParameter("owner", owner)
                    .setParameter("roots", nodes.keySet().toArray(UUID[]::new))
                    .getResultList()
                    .forEach(row -> add(row, nodes));
        }
        GoalNode.addUp(GoalNode.topDown(nodes.values()));
        return goals.stream()
                .collect(Collectors.toMap(
                        goal -> goal.id, goal -> nodes.get(goal.id).totals(goal.currency.getCurrencyCode())));
    }

    private static void add(Object[] row, Map<UUID, GoalNode> nodes) {
        GoalNode root = nodes.get((UUID) row[0]);
        root.children += number(row[6]);
        if (row[1] == null) {
            root.save((String) row[2], (BigDecimal) row[3]);
            root.below += number(row[4]);
            root.doneBelow += number(row[5]);
        } else {
            GoalNode other = nodes.get((UUID) row[1]);
            other.done = number(row[5]) > 0;
            other.putBelow(root);
        }
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    /**
     * What was set aside, less what was taken back, for a goal and all goals below it that share its currency.
     *
     * @return by the first day on which there was anything, what it comes to from one day to another; nothing if there was nothing
     */
    static Optional<Map.Entry<LocalDate, BigDecimal>> contributed(Goal goal, LocalDate from, LocalDate to) {
        Object[] row = session()
                .createNativeQuery(WALK + """
                        select min(c.date), coalesce(sum(c.amount) filter (where c.date >= :from), 0)
                            from subtree s join contribution c on c.user_id = :owner and c.goal_id = s.id
                            where s.currency = :currency and c.date <= :to
                        """, Object[].class)
                .setParameter("owner", goal.owner)
                .setParameter("roots", new UUID[] {goal.id})
                .setParameter("currency", goal.currency.getCurrencyCode())
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
        return Optional.ofNullable((LocalDate) row[0]).map(first -> Map.entry(first, (BigDecimal) row[1]));
    }

    /** Whether a goal is, or is below, another. */
    static boolean contains(UUID owner, UUID root, UUID goal) {
        return session()
                .createNativeQuery(WALK + "select exists (select from subtree where id = :goal)", Boolean.class)
                .setParameter("owner", owner)
                .setParameter("roots", new UUID[] {root})
                .setParameter("goal", goal)
                .getSingleResult();
    }

    /** The number of levels from a goal down. */
    static int height(UUID owner, UUID root) {
        return session()
                .createNativeQuery(WALK + "select max(level) from subtree", Integer.class)
                .setParameter("owner", owner)
                .setParameter("roots", new UUID[] {root})
                .getSingleResult();
    }

    static void delete(UUID owner, UUID root) {
        // At once, and not with each goal.
        mutation(
                        WALK
                                + "delete from contribution where user_id = :owner and (goal_id in (select id from subtree)) is true",
                        owner,
                        root)
                .executeUpdate();
        mutation(WALK + "delete from goal" + SELECTED, owner, root).executeUpdate();
        Recording.touch();
    }

    /** Ends the goal, or every goal of the subtree, that has not ended yet; one that lies ahead ends when it begins. */
    static void complete(UUID owner, UUID root, boolean cascade, Instant end) {
        countCompleted(setEnd(owner, root, cascade, " and end_at is null", end));
    }

    /** Makes the goal, or every goal of the subtree, active again. */
    static void reopen(UUID owner, UUID root, boolean cascade) {
        setEnd(owner, root, cascade, " and end_at is not null", null);
    }

    /** For whoever watches the service. */
    static void countCompleted(int goals) {
        BusinessMetrics.addOnCommit(goals, "nestegg.goals.completed");
    }

    private static int setEnd(UUID owner, UUID root, boolean cascade, String condition, Instant end) {
        int changed = mutation(
                        (cascade ? WALK : "") + "update goal set"
                                + " end_at = case when cast(:end as timestamptz) is not null"
                                + " then greatest(start_at, cast(:end as timestamptz)) end,"
                                + " updated_at = :now, version = version + 1" + (cascade ? SELECTED : ONE) + condition,
                        owner,
                        root)
                .setParameter("end", end, Instant.class)
                .setParameter("now", StoredEntity.now())
                .executeUpdate();
        if (changed > 0) {
            Recording.touch();
        }
        return changed;
    }

    /** What is loaded is written before and forgotten after: the statement goes past it. */
    private static MutationQuery mutation(String sql, UUID owner, UUID root) {
        session().flush();
        session().clear();
        return session()
                .createNativeMutationQuery(sql)
                .setParameter("owner", owner)
                .setParameter("roots", new UUID[] {root});
    }

    private static Session session() {
        return Panache.getSession();
    }
}

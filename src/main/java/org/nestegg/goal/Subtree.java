package org.nestegg.goal;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.nestegg.shared.database.StoredEntity;
import org.nestegg.shared.operation.Tally;

/**
 * A goal with everything below it, read or changed as a whole: each method is one statement, however large and deep the
 * subtree is.
 */
final class Subtree {

    /**
     * Walks down from the roots; {@code union} keeps each goal once, also where one root is below another. The lateral
     * query with its {@code offset 0} makes the planner look up the children of each goal in the index, also where it
     * knows nothing of the table yet and would join it whole with every level.
     */
    private static final String WALK = """
            with recursive subtree as (
                select * from goal where user_id = :owner and id = any(:roots)
                union
                select g.* from subtree s cross join lateral (
                    select * from goal where user_id = :owner and parent_id = s.id offset 0) g
            )
            """;

    /**
     * The comparison with true keeps the planner from making a join of it: hashed once, the subtree is looked up for each
     * of the owner's goals, where a join on a bad estimate would compare every goal with every other.
     */
    private static final String SELECTED = " where user_id = :owner and (id in (select id from subtree)) is true";

    private static final String ONE = " where user_id = :owner and id = any(:roots)";

    private Subtree() {}

    static List<Goal> read(UUID owner, Collection<UUID> roots) {
        return session()
                .createNativeQuery(WALK + "select * from subtree", Goal.class)
                .setParameter("owner", owner)
                .setParameter("roots", roots.toArray(UUID[]::new))
                .getResultList();
    }

    static void delete(UUID owner, UUID root) {
        mutation(WALK + "delete from goal" + SELECTED, owner, root).executeUpdate();
    }

    /** Ends the goal, or every goal of the subtree, that has not ended yet. */
    static void complete(UUID owner, UUID root, boolean cascade, Instant end) {
        countCompleted(setEnd(owner, root, cascade, " and end_at is null", end));
    }

    /** Makes the goal, or every goal of the subtree, active again. */
    static void reopen(UUID owner, UUID root, boolean cascade) {
        setEnd(owner, root, cascade, " and end_at is not null", null);
    }

    /** For whoever watches the service. */
    static void countCompleted(int goals) {
        Tally.addOnCommit(goals, "nestegg.goals.completed");
    }

    private static int setEnd(UUID owner, UUID root, boolean cascade, String condition, Instant end) {
        return mutation(
                        (cascade ? WALK : "") + "update goal set end_at = cast(:end as timestamptz),"
                                + " start_at = least(start_at, cast(:end as timestamptz)), updated_at = :now,"
                                + " version = version + 1" + (cascade ? SELECTED : ONE) + condition,
                        owner,
                        root)
                .setParameter("end", end, Instant.class)
                .setParameter("now", StoredEntity.now())
                .executeUpdate();
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

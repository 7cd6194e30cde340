package org.nestegg.goal;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.UUID;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.ProblemException;

/**
 * Where in the tree a goal may stand: below a goal of the same owner, not below itself, and not too deep. Whatever changes
 * the shape of somebody's tree is done one after the other, so that two moves which are good each by itself cannot make a
 * circle together.
 */
final class Placement {

    /** The most levels that goals nest. */
    static final int MAX_DEPTH = 1_000;

    private Placement() {}

    /**
     * Checks the place below a parent for a new goal. The owner must be locked.
     *
     * @throws ProblemException if there is no such parent, or it is too deep
     */
    static void checkNew(UUID owner, UUID parent) {
        check(owner, parent, 1);
    }

    /**
     * Checks the place below a parent for a goal with everything below it. The owner must be locked.
     *
     * @throws ProblemException if there is no such parent, it is below the goal, or it is too deep
     */
    static void checkMove(UUID owner, UUID goal, UUID parent) {
        if (Subtree.contains(owner, goal, parent)) {
            throw new ProblemException(GoalProblem.GOAL_CYCLE);
        }
        check(owner, parent, Subtree.height(owner, goal));
    }

    private static void check(UUID owner, UUID parent, int height) {
        int depth = depth(owner, parent);
        if (depth == 0) {
            throw ProblemException.invalid("/parentId", CommonFieldError.UNKNOWN_REFERENCE);
        }
        if (depth + height > MAX_DEPTH) {
            throw new ProblemException(GoalProblem.GOAL_TOO_DEEP);
        }
    }

    /**
     * Some goals that have been set back, if any goal cannot be reached from the top any more within the levels that there may be:
     * it stands below itself, or too deep.
     */
    static List<UUID> misplaced(UUID owner, List<UUID> goals) {
        return Panache.getSession()
                .createNativeQuery("""
                        with recursive part as (
                            select id, 1 as level from goal where user_id = :owner and parent_id is null
                            union all
                            select g.id, p.level + 1 from part p cross join lateral (
                                select id from goal where user_id = :owner and parent_id = p.id offset 0) g
                                where p.level < :most
                        )
                        select id from unnest(cast(:goals as uuid[])) id where exists (
                            select from goal where user_id = :owner and (id in (select id from part)) is not true)
                        """, UUID.class)
                .setParameter("owner", owner)
                .setParameter("most", MAX_DEPTH)
                .setParameter("goals", goals.toArray(UUID[]::new))
                .getResultList();
    }

    /** The level of a goal, 1 at the top; 0 if there is no such goal. */
    private static int depth(UUID owner, UUID goal) {
        return Panache.getSession()
                .createNativeQuery("""
                        with recursive ancestor as (
                            select parent_id from goal where user_id = :owner and id = :goal
                            union all
                            select g.parent_id from goal g join ancestor a on g.user_id = :owner and g.id = a.parent_id
                        )
                        select count(*) from ancestor
                        """, Integer.class)
                .setParameter("owner", owner)
                .setParameter("goal", goal)
                .getSingleResult();
    }
}

package org.nestegg.goal;

import java.util.Currency;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.platform.http.Created;
import org.nestegg.platform.problem.Limit;
import org.nestegg.platform.problem.ProblemException;

/** How a goal comes to be, wherever from: in its place, named once among its siblings. */
public final class NewGoal {

    private NewGoal() {}

    /**
     * Makes the goal and the answer that tells of it.
     *
     * @param own the currency where none is named
     * @throws ProblemException if the input does not hold, or the place is not to be had
     */
    public static RestResponse<GoalView> create(UUID owner, GoalInput input, Currency own) {
        Goal goal = new Goal();
        goal.owner = owner;
        Placement.lock(owner);
        Limit.GOALS.check(Goal.count("owner", owner));
        if (input.parentId() != null) {
            Placement.checkNew(owner, input.parentId());
            goal.parentId = input.parentId();
        }
        input.applyTo(goal, own);
        goal.persistAndFlush();
        return Created.at("/api/v1/goals/" + goal.id, GoalView.of(goal, GoalTotals.alone(goal)));
    }
}

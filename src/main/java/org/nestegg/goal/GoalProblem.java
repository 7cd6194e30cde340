package org.nestegg.goal;

import java.util.Set;
import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.ProblemCode;

/** What goals and what is set aside for them can be refused for. */
public enum GoalProblem implements ProblemCode {
    GOAL_CYCLE(409, "goal_own_parent_check"),
    GOAL_HAS_CHILDREN(409, "goal_parent_fkey"),
    GOAL_HAS_CONTRIBUTIONS(409, "contribution_goal_fkey"),
    GOAL_HAS_NO_TARGET(409),
    GOAL_NAME_TAKEN(409, "goal_name_key"),
    GOAL_TOO_DEEP(422),
    SAVINGS_BELOW_ZERO(422, "goal_saved_check"),
    SAVINGS_TOO_LARGE(422, "goal_saved_limit_check");

    static final Texts TEXTS = new Texts(GoalProblem.class);

    private final int status;
    private final Set<String> constraints;

    GoalProblem(int status, String... constraints) {
        this.status = status;
        this.constraints = Set.of(constraints);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public Set<String> constraints() {
        return constraints;
    }
}

package org.nestegg.goal;

import java.util.function.Predicate;
import org.nestegg.platform.input.QueryParameter;

/** Whether a goal is being worked on or reached. */
enum GoalStatus {
    ACTIVE("active", "end is null", goal -> !goal.done),
    DONE("done", "end is not null", goal -> goal.done);

    static final QueryParameter<GoalStatus> PARAMETER =
            QueryParameter.choice("status", "Only active or only done goals", "GoalStatus", values(), GoalStatus::code);

    final String code;
    final String condition;
    final Predicate<GoalNode> test;

    GoalStatus(String code, String condition, Predicate<GoalNode> test) {
        this.code = code;
        this.condition = condition;
        this.test = test;
    }

    String code() {
        return code;
    }
}

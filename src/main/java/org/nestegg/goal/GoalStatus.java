package org.nestegg.goal;

import java.util.function.Predicate;

/** Whether a goal is being worked on or reached. */
enum GoalStatus {
    ACTIVE("active", "end is null", goal -> !goal.done),
    DONE("done", "end is not null", goal -> goal.done);

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

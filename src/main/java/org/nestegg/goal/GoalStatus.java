package org.nestegg.goal;

import java.util.function.Predicate;

/** Whether a goal is being worked on or reached. */
enum GoalStatus {
    ACTIVE("active", "end is null", goal -> !goal.isDone()),
    DONE("done", "end is not null", Goal::isDone);

    final String code;
    final String condition;
    final Predicate<Goal> test;

    GoalStatus(String code, String condition, Predicate<Goal> test) {
        this.code = code;
        this.condition = condition;
        this.test = test;
    }

    String code() {
        return code;
    }
}

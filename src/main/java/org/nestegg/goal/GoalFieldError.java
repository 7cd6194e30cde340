package org.nestegg.goal;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with a field of a goal or of a contribution. */
public enum GoalFieldError implements FieldErrorCode {
    BEFORE_START,
    NOT_AN_INCOME,
    WRONG_CURRENCY;

    @Override
    public Texts texts() {
        return GoalProblem.TEXTS;
    }
}

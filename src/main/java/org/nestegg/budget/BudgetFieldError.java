package org.nestegg.budget;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with what is said of a budget, or asked of one. */
public enum BudgetFieldError implements FieldErrorCode {
    TOO_MANY_PERIODS;

    @Override
    public Texts texts() {
        return BudgetProblem.TEXTS;
    }
}

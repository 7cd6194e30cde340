package org.nestegg.rule;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with what is said of a rule. */
public enum RuleFieldError implements FieldErrorCode {
    INVALID_PATTERN,
    MIN_ABOVE_MAX,
    NO_ACTION,
    NO_CONDITION,
    NOT_EXACTLY_ONE;

    @Override
    public Texts texts() {
        return RuleProblem.TEXTS;
    }
}

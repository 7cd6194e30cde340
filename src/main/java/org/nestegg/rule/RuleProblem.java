package org.nestegg.rule;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.ProblemCode;

/** What rules can be refused for. */
public enum RuleProblem implements ProblemCode {
    RULE_TOO_BROAD(422);

    static final Texts TEXTS = new Texts(RuleProblem.class);

    private final int status;

    RuleProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }
}

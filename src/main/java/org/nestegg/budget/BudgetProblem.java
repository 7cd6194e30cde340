package org.nestegg.budget;

import java.util.Set;
import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.ProblemCode;

/** What budgets can be refused for. */
public enum BudgetProblem implements ProblemCode {
    BUDGET_NAME_TAKEN(409, "budget_name_key");

    static final Texts TEXTS = new Texts(BudgetProblem.class);

    private final int status;
    private final Set<String> constraints;

    BudgetProblem(int status, String... constraints) {
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

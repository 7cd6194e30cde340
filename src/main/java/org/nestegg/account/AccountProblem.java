package org.nestegg.account;

import java.util.Set;
import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.ProblemCode;

/** What accounts can be refused for. */
public enum AccountProblem implements ProblemCode {
    ACCOUNT_CLOSED(409),
    ACCOUNT_IN_USE(409, "transaction_account_fkey"),
    ACCOUNT_NAME_TAKEN(409, "account_name_key");

    static final Texts TEXTS = new Texts(AccountProblem.class);

    private final int status;
    private final Set<String> constraints;

    AccountProblem(int status, String... constraints) {
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

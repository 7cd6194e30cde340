package org.nestegg.transaction;

import java.util.Set;
import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.ProblemCode;

/** What transactions can be refused for. */
public enum TransactionProblem implements ProblemCode {
    EXTERNAL_ID_TAKEN(409, "transaction_external_id_key"),
    INCOME_HAS_CONTRIBUTIONS(409, "contribution_transaction_fkey", "transaction_transfer_allocated_check"),
    OVER_ALLOCATED(422, "transaction_allocated_check"),
    PART_OF_TRANSFER(409, "transfer_sides_check");

    static final Texts TEXTS = new Texts(TransactionProblem.class);

    private final int status;
    private final Set<String> constraints;

    TransactionProblem(int status, String... constraints) {
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

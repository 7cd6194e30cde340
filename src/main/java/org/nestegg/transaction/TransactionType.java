package org.nestegg.transaction;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** Whether money came or went; in an amount, the sign says it. */
@Schema(enumeration = {"income", "expense"})
public enum TransactionType implements Coded {
    INCOME("income"),
    EXPENSE("expense");

    private final String code;

    TransactionType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The type of a stored amount, which is never zero. */
    static TransactionType of(BigDecimal amount) {
        return amount.signum() > 0 ? INCOME : EXPENSE;
    }

    /** The amount with the sign that the type has. */
    BigDecimal sign(BigDecimal amount) {
        return this == INCOME ? amount.abs() : amount.abs().negate();
    }
}

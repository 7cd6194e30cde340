package org.nestegg.transaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/** Whether money came or went; in an amount, the sign says it. */
public enum TransactionType {
    @JsonProperty("income")
    INCOME("income"),

    @JsonProperty("expense")
    EXPENSE("expense");

    private final String code;

    TransactionType(String code) {
        this.code = code;
    }

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

package org.nestegg.transaction;

import jakarta.persistence.EnumeratedValue;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** Whether money came or went, or only moved from one account to another; in an amount, the sign says where. */
@Schema(enumeration = {"income", "expense", "transfer"})
public enum TransactionType implements Coded {
    INCOME("income"),
    EXPENSE("expense"),

    /** One side of a transfer: negative in the account that it leaves, positive in the one that it reaches. */
    TRANSFER("transfer");

    @EnumeratedValue
    final String code;

    TransactionType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The type of a stored transaction, whose amount is never zero. */
    static TransactionType of(BigDecimal amount, UUID transferId) {
        if (transferId != null) {
            return TRANSFER;
        }
        return amount.signum() > 0 ? INCOME : EXPENSE;
    }

    /** The amount with the sign that the type has. What is moved has one of its own. */
    public BigDecimal sign(BigDecimal amount) {
        return switch (this) {
            case INCOME -> amount.abs();
            case EXPENSE -> amount.abs().negate();
            case TRANSFER -> amount;
        };
    }

    /** An SQL condition on amount and transfer. */
    public String condition() {
        return switch (this) {
            case INCOME -> "amount > 0 and transfer_id is null";
            case EXPENSE -> "amount < 0 and transfer_id is null";
            case TRANSFER -> "transfer_id is not null";
        };
    }
}

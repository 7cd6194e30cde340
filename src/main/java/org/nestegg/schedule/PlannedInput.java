package org.nestegg.schedule;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.money.Money;
import org.nestegg.platform.input.MultilineText;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.transaction.Transaction;
import org.nestegg.transaction.TransactionType;
import org.nestegg.transaction.transfer.TransferFieldError;

/** What a caller says of what a schedule posts. */
@RegisterForReflection
@Schema(name = "ScheduledTransactionInput")
public record PlannedInput(
        @NotNull TransactionType type,

        @Schema(minLength = 1, maxLength = Transaction.MAX_DESCRIPTION)
        @NotNull
        @CodePointLength(min = 1, max = Transaction.MAX_DESCRIPTION)
        String description,

        @Schema(
                ref = "Amount",
                required = true,
                description =
                        "As a decimal or a JSON number. An expense may have either sign, an income and a transfer are"
                                + " positive")
        @NotNull
        BigDecimal amount,

        @Schema(ref = "CurrencyCode", description = "That of the account, or the user's own, if left out")
        Currency currency,

        @Schema(nullable = true, minLength = 1, maxLength = Transaction.MAX_CATEGORY)
        @CodePointLength(min = 1, max = Transaction.MAX_CATEGORY)
        String category,

        @Schema(nullable = true, maxItems = Transaction.MAX_TAGS) @Size(max = Transaction.MAX_TAGS)
        List<@NotNull @CodePointLength(min = 1, max = Transaction.MAX_TAG) String> tags,

        @Schema(nullable = true, maxLength = Transaction.MAX_NOTES)
        @CodePointLength(max = Transaction.MAX_NOTES)
        @JsonDeserialize(using = MultilineText.class)
        String notes,

        @Schema(nullable = true, description = "The account that it lies in, or that a transfer leaves")
        UUID accountId,

        @Schema(nullable = true, description = "The account that a transfer reaches, in the same currency")
        UUID toAccountId) {

    static final String AMOUNT = "/transaction/amount";
    static final String CURRENCY = "/transaction/currency";
    static final String ACCOUNT = "/transaction/accountId";
    static final String TO_ACCOUNT = "/transaction/toAccountId";

    /** What would have to be sent for what a schedule posts. */
    static PlannedInput of(Schedule schedule) {
        return new PlannedInput(
                schedule.type,
                schedule.description,
                schedule.amount.stripTrailingZeros().abs(),
                schedule.currency,
                schedule.category,
                schedule.tags,
                schedule.notes,
                schedule.accountId,
                schedule.toAccountId);
    }

    void check(Consumer<FieldError> faults) {
        if (amount != null && amount.signum() == 0) {
            faults.accept(FieldError.at(AMOUNT, CommonFieldError.ZERO));
        } else if (amount != null && amount.signum() < 0 && type != null && type != TransactionType.EXPENSE) {
            faults.accept(FieldError.at(AMOUNT, CommonFieldError.NOT_POSITIVE));
        }
        if (amount != null && currency != null) {
            Money.fault(AMOUNT, amount, currency).ifPresent(faults);
        }
        if (type == TransactionType.TRANSFER) {
            checkAccounts(faults);
        } else if (type != null && toAccountId != null) {
            faults.accept(FieldError.at(TO_ACCOUNT, ScheduleFieldError.NOT_A_TRANSFER));
        }
    }

    private void checkAccounts(Consumer<FieldError> faults) {
        if (accountId == null) {
            faults.accept(FieldError.at(ACCOUNT, CommonFieldError.REQUIRED));
        }
        if (toAccountId == null) {
            faults.accept(FieldError.at(TO_ACCOUNT, CommonFieldError.REQUIRED));
        } else if (toAccountId.equals(accountId)) {
            faults.accept(FieldError.at(TO_ACCOUNT, TransferFieldError.SAME_ACCOUNT));
        }
    }
}

package org.nestegg.transaction;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.money.Money;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.input.MultilineText;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;

/** All that a caller says of a transaction. */
@Schema(examples = """
                {"type": "expense", "description": "Pizza", "amount": "50", "date": "2026-11-20", "category": "food",
                 "tags": ["friday", "friends"]}
                """)
record TransactionInput(
        @Schema(description = "transfer only of what is one: see /transfers") @NotNull
        TransactionType type,

        @Schema(minLength = 1, maxLength = Transaction.MAX_DESCRIPTION)
        @NotNull
        @CodePointLength(min = 1, max = Transaction.MAX_DESCRIPTION)
        String description,

        @Schema(ref = "Amount", required = true) @NotNull BigDecimal amount,

        @Schema(ref = "CurrencyCode", description = "That of the account, or the user's own, if left out")
        Currency currency,

        @Schema(nullable = true, description = "Today if left out")
        LocalDate date,

        @Schema(nullable = true, minLength = 1, maxLength = Transaction.MAX_CATEGORY)
        @CodePointLength(min = 1, max = Transaction.MAX_CATEGORY)
        String category,

        @Schema(nullable = true, maxItems = Transaction.MAX_TAGS) @Size(max = Transaction.MAX_TAGS)
        List<@NotNull @CodePointLength(min = 1, max = Transaction.MAX_TAG) String> tags,

        @Schema(nullable = true, maxLength = Transaction.MAX_NOTES)
        @CodePointLength(max = Transaction.MAX_NOTES)
        @JsonDeserialize(using = MultilineText.class)
        String notes,

        @Schema(nullable = true, description = "The account that it lies in; none if left out")
        UUID accountId,

        @Schema(
                nullable = true,
                minLength = 1,
                maxLength = TransactionInput.MAX_EXTERNAL_ID,
                description = "What it is known by elsewhere; unique in its account, and among those of none")
        @CodePointLength(min = 1, max = TransactionInput.MAX_EXTERNAL_ID)
        String externalId)
        implements Checked {

    /** The longest reference of elsewhere, in code points. */
    static final int MAX_EXTERNAL_ID = 255;

    /** What would have to be sent for the transaction as it is. The amount has no sign: the type says it. */
    static TransactionInput of(Transaction transaction) {
        return new TransactionInput(
                transaction.type(),
                transaction.description,
                transaction.type() == TransactionType.TRANSFER
                        ? transaction.amount.stripTrailingZeros()
                        : transaction.amount.abs().stripTrailingZeros(),
                transaction.currency,
                transaction.date,
                transaction.category,
                transaction.tags,
                transaction.notes,
                transaction.accountId,
                transaction.externalId);
    }

    @Override
    public void check(Consumer<FieldError> faults) {
        if (amount == null) {
            return;
        }
        if (amount.signum() == 0) {
            faults.accept(FieldError.at("/amount", CommonFieldError.ZERO));
        } else if (type == TransactionType.INCOME && amount.signum() < 0) {
            faults.accept(FieldError.at("/amount", CommonFieldError.NOT_POSITIVE));
        }
        if (currency != null) {
            Money.fault("/amount", amount, currency).ifPresent(faults);
        }
    }
}

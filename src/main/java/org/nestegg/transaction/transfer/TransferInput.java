package org.nestegg.transaction.transfer;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.input.MultilineText;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.transaction.Transaction;

/** All that a caller says of a transfer. */
@RegisterForReflection
@Schema(examples = """
                {"fromAccountId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "amount": "100", "date": "2026-11-20",
                 "toAccountId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f", "category": "savings"}
                """)
record TransferInput(
        @Schema(description = "The account that money leaves") @NotNull
        UUID fromAccountId,

        @Schema(description = "The account that it reaches") @NotNull
        UUID toAccountId,

        @Schema(
                ref = "PositiveAmount",
                required = true,
                description = "What leaves, in the currency of that account, as a decimal or a JSON number")
        @NotNull
        BigDecimal amount,

        @Schema(
                ref = "PositiveAmount",
                description =
                        "What arrives, in the currency of that account; needed between currencies, and the amount within"
                                + " one")
        BigDecimal receivedAmount,

        @Schema(nullable = true, description = "When it leaves; today if left out")
        LocalDate date,

        @Schema(nullable = true, description = "When it arrives; the same day if left out")
        LocalDate receivedDate,

        @Schema(
                nullable = true,
                minLength = 1,
                maxLength = Transaction.MAX_DESCRIPTION,
                description = "The names of the two accounts if left out")
        @CodePointLength(min = 1, max = Transaction.MAX_DESCRIPTION)
        String description,

        @Schema(nullable = true, minLength = 1, maxLength = 50) @CodePointLength(min = 1, max = 50)
        String category,

        @Schema(nullable = true, maxItems = 20) @Size(max = 20)
        List<@NotNull @CodePointLength(min = 1, max = Transaction.MAX_TAG) String> tags,

        @Schema(nullable = true, maxLength = 2000)
        @CodePointLength(max = 2000)
        @JsonDeserialize(using = MultilineText.class)
        String notes)
        implements Checked {

    static final String FROM = "/fromAccountId";
    static final String TO = "/toAccountId";
    static final String AMOUNT = "/amount";
    static final String RECEIVED_AMOUNT = "/receivedAmount";

    /** What would have to be sent for the transfer as it is: what follows something else is left out. */
    static TransferInput of(Transfer.Whole whole) {
        Transaction out = whole.out();
        Transaction in = whole.in();
        return new TransferInput(
                out.accountId,
                in.accountId,
                out.amount.negate().stripTrailingZeros(),
                out.currency.equals(in.currency) ? null : in.amount.stripTrailingZeros(),
                out.date,
                in.date.equals(out.date) ? null : in.date,
                out.description,
                out.category,
                out.tags,
                out.notes);
    }

    @Override
    public void check(Consumer<FieldError> faults) {
        if (fromAccountId != null && fromAccountId.equals(toAccountId)) {
            faults.accept(FieldError.at(TO, TransferFieldError.SAME_ACCOUNT));
        }
        checkPositive(AMOUNT, amount).forEach(faults);
        checkPositive(RECEIVED_AMOUNT, receivedAmount).forEach(faults);
    }

    private static Stream<FieldError> checkPositive(String pointer, BigDecimal amount) {
        return Stream.ofNullable(amount)
                .filter(value -> value.signum() <= 0)
                .map(_ -> FieldError.at(pointer, CommonFieldError.NOT_POSITIVE));
    }
}

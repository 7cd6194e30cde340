package org.nestegg.goal;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.money.Money;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.FieldErrorCode;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.transaction.Transaction;
import org.nestegg.transaction.TransactionType;

/** Money to set aside for a goal, or to take back. */
@Schema(examples = """
        {"amount": "500", "date": "2026-11-20", "note": "Every month"}
        """)
record ContributionInput(
        @Schema(
                ref = "Change",
                required = true,
                description = "In the goal's currency, as a decimal or a JSON number; negative takes some back")
        @NotNull
        BigDecimal amount,

        @Schema(nullable = true, description = "Today (UTC) if left out")
        LocalDate date,

        @Schema(nullable = true, minLength = 1, maxLength = 500) @CodePointLength(min = 1, max = 500)
        String note,

        @Schema(nullable = true, description = "An income in the goal's currency that the money is of")
        UUID transactionId)
        implements Checked {

    private static final String INCOME = "/transactionId";

    @Override
    public void check(Consumer<FieldError> faults) {
        if (amount != null && amount.signum() == 0) {
            faults.accept(FieldError.at("/amount", FieldErrorCode.ZERO));
        }
    }

    /**
     * The contribution to a goal.
     *
     * @throws ProblemException with {@code invalid-input} if amount or income do not fit the goal's currency
     */
    Contribution to(Goal goal) {
        Contribution contribution = new Contribution();
        contribution.owner = goal.owner;
        contribution.goalId = goal.id;
        contribution.currency = goal.currency;
        contribution.amount = Money.of("/amount", amount, goal.currency).toStored();
        contribution.date = Optional.ofNullable(date).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
        contribution.note = note;
        if (transactionId != null) {
            contribution.transactionId = income(goal).id;
        }
        return contribution;
    }

    private Transaction income(Goal goal) {
        Transaction income = Transaction.locked(goal.owner, transactionId)
                .orElseThrow(() -> ProblemException.invalid(INCOME, FieldErrorCode.UNKNOWN_REFERENCE));
        if (income.type() != TransactionType.INCOME) {
            throw ProblemException.invalid(INCOME, FieldErrorCode.NOT_AN_INCOME);
        }
        if (!income.currency.equals(goal.currency)) {
            throw ProblemException.invalid(INCOME, FieldErrorCode.WRONG_CURRENCY);
        }
        return income;
    }
}

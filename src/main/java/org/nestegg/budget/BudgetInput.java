package org.nestegg.budget;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.money.Money;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.input.Day;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.recurrence.Recurrence;
import org.nestegg.transaction.Transaction;

/** All that a caller says of a budget. */
@RegisterForReflection
@Schema(examples = """
                {"name": "Food", "amount": "400", "currency": "EUR", "categories": ["groceries", "eating out"],
                 "recurrence": "FREQ=MONTHLY;BYMONTHDAY=25", "start": "2026-01-25", "rollover": "unspent"}
                """)
record BudgetInput(
        @Schema(minLength = 1, maxLength = 100, description = "Unique without case")
        @NotNull
        @CodePointLength(min = 1, max = 100)
        String name,

        @Schema(
                ref = "PositiveAmount",
                required = true,
                description = "For each period, above zero, as a decimal or a JSON number")
        @NotNull
        BigDecimal amount,

        @Schema(ref = "CurrencyCode", description = "Only what is in it counts; the user's own currency if left out")
        Currency currency,

        @Schema(
                nullable = true,
                maxItems = BudgetInput.MAX_CATEGORIES,
                description = "What counts is in one of them, exactly, and incomes in them are taken off; all expenses"
                        + " count, and no incomes, if left out or empty")
        @Size(max = BudgetInput.MAX_CATEGORIES)
        List<@NotNull @CodePointLength(min = 1, max = Transaction.MAX_CATEGORY) String> categories,

        @Schema(
                nullable = true,
                maxItems = Transaction.MAX_TAGS,
                description = "What counts has one of them; any or none if left out or empty")
        @Size(max = Transaction.MAX_TAGS)
        List<@NotNull @CodePointLength(min = 1, max = Transaction.MAX_TAG) String> tags,

        @Schema(
                nullable = true,
                maxItems = BudgetInput.MAX_ACCOUNTS,
                description = "What counts lies in one of them; in any or none if left out or empty")
        @Size(max = BudgetInput.MAX_ACCOUNTS)
        List<@NotNull UUID> accountIds,

        @Schema(ref = "Recurrence", description = "When periods begin; FREQ=MONTHLY if left out")
        @CodePointLength(min = 1, max = Recurrence.MAX_LENGTH)
        String recurrence,

        @Schema(
                nullable = true,
                description = "The day from which the recurrence is counted; the first of this month if left out")
        LocalDate start,

        @Schema(
                description = "What of a period is carried into the next: nothing, what is left, or also what was"
                        + " spent too much; none if left out")
        Rollover rollover)
        implements Checked {

    static final int MAX_CATEGORIES = 100;
    static final int MAX_ACCOUNTS = 100;

    static final String AMOUNT = "/amount";
    static final String ACCOUNTS = "/accountIds";
    static final String RECURRENCE = "/recurrence";
    static final String START = "/start";

    BudgetInput {
        categories = orEmpty(categories);
        tags = orEmpty(tags);
        accountIds = orEmpty(accountIds);
        recurrence = recurrence == null ? "FREQ=MONTHLY" : recurrence;
        rollover = rollover == null ? Rollover.NONE : rollover;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** What would have to be sent for the budget as it is. */
    static BudgetInput of(Budget budget) {
        return new BudgetInput(
                budget.name,
                budget.amount.stripTrailingZeros(),
                budget.currency,
                budget.categories,
                budget.tags,
                budget.accountIds,
                budget.recurrence,
                budget.startOn,
                budget.rollover);
    }

    @Override
    public void check(Consumer<FieldError> faults) {
        if (amount != null) {
            if (amount.signum() <= 0) {
                faults.accept(FieldError.at(AMOUNT, CommonFieldError.NOT_POSITIVE));
            } else if (currency != null) {
                Money.fault(AMOUNT, amount, currency).ifPresent(faults);
            }
        }
        if (recurrence.length() <= Recurrence.MAX_LENGTH) {
            // Without a start, whether it ends before that is seen where today is known.
            Recurrence.fault(RECURRENCE, recurrence, Optional.ofNullable(start).orElse(Day.FIRST))
                    .ifPresent(faults);
        }
    }
}

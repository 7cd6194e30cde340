package org.nestegg.rule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.MoneyFieldError;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.transaction.TransactionType;

/** What a caller says of when a rule applies: where all of it holds. */
@RegisterForReflection
@Schema(name = "RuleConditionInput")
record ConditionInput(
        @Schema(nullable = true) @Valid TextInput description,

        @Schema(nullable = true) TransactionType type,

        @Schema(nullable = true, description = "The account that it lies in")
        UUID accountId,

        @Schema(ref = "PositiveAmount", description = "The least amount, whatever its sign and currency")
        BigDecimal minAmount,

        @Schema(ref = "PositiveAmount", description = "The greatest amount, whatever its sign and currency")
        BigDecimal maxAmount) {

    private static final String MAX_AMOUNT = "9999999999999.9999";
    private static final BigDecimal MOST = new BigDecimal(MAX_AMOUNT);
    private static final int DECIMALS = 4;

    void check(Consumer<FieldError> faults) {
        if (Stream.of(description, type, accountId, minAmount, maxAmount).allMatch(Objects::isNull)) {
            faults.accept(FieldError.at("/when", RuleFieldError.NO_CONDITION));
        }
        if (description != null) {
            description.check(faults);
        }
        checkAmount("/when/minAmount", minAmount, faults);
        checkAmount("/when/maxAmount", maxAmount, faults);
        if (minAmount != null && maxAmount != null && minAmount.compareTo(maxAmount) > 0) {
            faults.accept(FieldError.at("/when/minAmount", RuleFieldError.MIN_ABOVE_MAX));
        }
    }

    private static void checkAmount(String pointer, BigDecimal amount, Consumer<FieldError> faults) {
        if (amount == null) {
            return;
        }
        if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
            faults.accept(FieldError.at(pointer, CommonFieldError.OUT_OF_RANGE, "0", MAX_AMOUNT));
        } else if (amount.scale() > DECIMALS) {
            faults.accept(FieldError.at(pointer, MoneyFieldError.TOO_MANY_DECIMALS, DECIMALS));
        }
    }
}

package org.nestegg.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.money.Money;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.problem.FieldError;

/** All that a caller says of an account. */
@RegisterForReflection
@Schema(examples = """
                {"name": "Current account", "kind": "checking", "currency": "EUR", "institution": "A bank",
                 "number": "DE89 3704 0044 0532 0130 00", "openingBalance": "1200.50"}
                """)
record AccountInput(
        @Schema(minLength = 1, maxLength = 100, description = "Unique without case")
        @NotNull
        @CodePointLength(min = 1, max = 100)
        String name,

        @Schema(description = "checking if left out") AccountKind kind,

        @Schema(
                ref = "CurrencyCode",
                description = "The user's own currency if left out; that of its transactions if it has any")
        Currency currency,

        @Schema(nullable = true, minLength = 1, maxLength = 100, description = "Where the account is held")
        @CodePointLength(min = 1, max = 100)
        String institution,

        @Schema(
                nullable = true,
                minLength = 1,
                maxLength = 34,
                description = "What statements know it by; kept without spaces. What looks like an IBAN must be one.")
        @CodePointLength(min = 1, max = 34)
        String number,

        @Schema(ref = "SignedAmount", description = "What lay there before its first transaction; 0 if left out")
        BigDecimal openingBalance,

        @Schema(nullable = true, description = "Whether it takes nothing new; false if left out")
        Boolean closed)
        implements Checked {

    static final String OPENING_BALANCE = "/openingBalance";

    AccountInput {
        kind = kind == null ? AccountKind.CHECKING : kind;
        number = number == null ? null : number.replaceAll("[\\s\\p{Z}]", "");
        openingBalance = openingBalance == null ? BigDecimal.ZERO : openingBalance;
        closed = closed != null && closed;
    }

    /** What would have to be sent for the account as it is. */
    static AccountInput of(Account account) {
        return new AccountInput(
                account.name,
                account.kind,
                account.currency,
                account.institution,
                account.number,
                account.openingBalance.stripTrailingZeros(),
                account.closed);
    }

    @Override
    public void check(Consumer<FieldError> faults) {
        if (number != null && Iban.isMistaken(number)) {
            faults.accept(FieldError.at("/number", AccountFieldError.INVALID_IBAN));
        }
        if (currency != null) {
            Money.fault(OPENING_BALANCE, openingBalance, currency).ifPresent(faults);
        }
    }
}

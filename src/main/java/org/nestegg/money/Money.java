package org.nestegg.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;

/**
 * An exact amount of a currency (ISO 4217), below 10<sup>13</sup> in magnitude, with exactly the currency's number of
 * minor units.
 */
public record Money(BigDecimal amount, Currency currency) {

    private static final int MAX_INTEGER_DIGITS = 13;
    private static final int STORED_DECIMALS = 4;

    public Money {
        amount = amount.setScale(currency.getDefaultFractionDigits());
    }

    /**
     * Money as a caller gives it.
     *
     * @param pointer where the caller gives it
     * @throws ProblemException with {@code invalid-input} at the pointer if the amount is out of range or has more
     *     decimals than the currency
     */
    public static Money of(String pointer, BigDecimal amount, Currency currency) {
        fault(pointer, amount, currency).ifPresent(fault -> {
            throw ProblemException.invalid(List.of(fault));
        });
        return new Money(amount, currency);
    }

    /** Money from the database, where every amount is kept with four decimals. */
    public static Money stored(BigDecimal amount, Currency currency) {
        return new Money(amount.stripTrailingZeros(), currency);
    }

    /** The amount as the database keeps it; written so, what did not change is not taken for changed. */
    public BigDecimal toStored() {
        return amount.setScale(STORED_DECIMALS);
    }

    /** What keeps the amount from being money of the currency, if anything. */
    public static Optional<FieldError> fault(String pointer, BigDecimal amount, Currency currency) {
        // Zero has no magnitude, however it is written; the digits of anything else are counted, not expanded.
        if (amount.signum() != 0 && (long) amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            return Optional.of(
                    FieldError.at(pointer, CommonFieldError.OUT_OF_RANGE, "-9999999999999.9999", "9999999999999.9999"));
        }
        int decimals = currency.getDefaultFractionDigits();
        return amount.scale() > decimals
                ? Optional.of(FieldError.at(pointer, MoneyFieldError.TOO_MANY_DECIMALS, decimals))
                : Optional.empty();
    }

    /** As much the other way. */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** The amount as it is shown: {@code 20.00} EUR, {@code 20} JPY. */
    public String display() {
        return amount.toPlainString();
    }
}

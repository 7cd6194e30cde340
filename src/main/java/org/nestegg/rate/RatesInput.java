package org.nestegg.rate;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Currencies;
import org.nestegg.money.MoneyFieldError;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.input.DecimalsByName;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;

/** All rates that a caller says a day has. */
@RegisterForReflection
@Schema(examples = """
                {"rates": {"USD": "1.0842", "CHF": "0.9312"}}
                """)
record RatesInput(
        @Schema(
                description =
                        "Units of each currency for one euro, by its code: above 0 and below 10^12, with at most 10"
                                + " decimals; a JSON number is taken, too. Not of the euro itself, nor of a currency that it"
                                + " had replaced by that day. Those of the day that are not named here are removed.",
                maxProperties = RatesInput.MAX)
        @NotNull
        @Size(max = RatesInput.MAX)
        @JsonDeserialize(using = DecimalsByName.class)
        Map<String, BigDecimal> rates)
        implements Checked {

    /** More than there are currencies. */
    static final int MAX = 500;

    private static final String POINTER = "/rates";

    @Override
    public void check(Consumer<FieldError> faults) {
        if (rates != null) {
            rates.forEach((code, rate) -> fault(code, rate).ifPresent(faults));
        }
    }

    private static Optional<FieldError> fault(String code, BigDecimal rate) {
        String pointer = FieldError.pointer(POINTER, code);
        if (code.equals(Rates.EURO.getCurrencyCode())) {
            return Optional.of(FieldError.at(pointer, RateFieldError.NOT_THE_EURO));
        } else if (Currencies.of(code).isEmpty()) {
            return Optional.of(FieldError.at(pointer, MoneyFieldError.UNKNOWN_CURRENCY));
        } else if (rate.signum() <= 0) {
            return Optional.of(FieldError.at(pointer, CommonFieldError.NOT_POSITIVE));
        } else if ((long) rate.precision() - rate.scale() > DatedRate.MAX_INTEGER_DIGITS) {
            return Optional.of(
                    FieldError.at(pointer, CommonFieldError.OUT_OF_RANGE, "0.0000000001", "999999999999.9999999999"));
        }
        return rate.scale() > DatedRate.MAX_DECIMALS
                ? Optional.of(FieldError.at(pointer, MoneyFieldError.TOO_MANY_DECIMALS, DatedRate.MAX_DECIMALS))
                : Optional.empty();
    }

    /**
     * The rates as those of a day.
     *
     * @throws ProblemException with {@code invalid-input} if a currency had become the euro by then
     */
    Map<Currency, BigDecimal> on(LocalDate day) {
        Map<Currency, BigDecimal> known = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        // What is written with an exponent is kept without.
        rates.forEach((code, rate) -> known.put(Currency.getInstance(code), rate.setScale(Math.max(rate.scale(), 0))));
        List<FieldError> fixed = known.keySet().stream()
                .filter(currency -> FixedRates.of(currency, day).isPresent())
                .map(currency -> FieldError.at(
                        FieldError.pointer(POINTER, currency.getCurrencyCode()), RateFieldError.FIXED_RATE))
                .toList();
        ProblemException.throwIfAny(fixed);
        return known;
    }
}

package org.nestegg.rate;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.condition.Tagged;

/** The rates of a day, as callers see them. */
@RegisterForReflection
@Schema(name = "Rates", examples = """
                {"date": "2026-11-20", "base": "EUR", "rates": {"CHF": "0.9312", "USD": "1.0842"}}
                """)
record RatesView(
        @Schema(required = true) LocalDate date,
        @Schema(required = true, ref = "CurrencyCode") String base,

        @Schema(
                required = true,
                description = "Units of each currency for one of the base, by code: of the euro with the decimals that"
                        + " were published, of another base with 6 significant digits")
        Map<String, String> rates)
        implements Tagged {

    private static final int DIGITS = 6;

    /**
     * By a base.
     *
     * @param rates units for one euro, by code
     * @return nothing if the base has no rate
     */
    static Optional<RatesView> of(LocalDate date, Currency base, SortedMap<String, BigDecimal> rates) {
        String code = base.getCurrencyCode();
        if (base.equals(Rates.EURO)) {
            return Optional.of(new RatesView(date, code, shown(rates)));
        }
        return Optional.ofNullable(rates.get(code)).map(unit -> {
            SortedMap<String, BigDecimal> crossed = new TreeMap<>();
            rates.forEach((other, rate) -> crossed.put(other, divide(rate, unit)));
            crossed.put(Rates.EURO.getCurrencyCode(), divide(BigDecimal.ONE, unit));
            crossed.remove(code);
            return new RatesView(date, code, shown(crossed));
        });
    }

    private static BigDecimal divide(BigDecimal rate, BigDecimal unit) {
        BigDecimal quotient = rate.divide(unit, new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        // What comes out even has fewer digits.
        return quotient.setScale(Math.max(quotient.scale() + DIGITS - quotient.precision(), 0));
    }

    private static Map<String, String> shown(SortedMap<String, BigDecimal> rates) {
        return rates.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, rate -> rate.getValue().toPlainString(), (one, _) -> one, TreeMap::new));
    }
}

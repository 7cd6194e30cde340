package org.nestegg.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a euro is in the currencies that it has replaced, from the day on which it did, for ever (Council Regulations (EC) No 2866/98
 * and those after it). Nothing that is loaded or said changes these.
 */
final class FixedRates {

    private record Fixed(LocalDate since, BigDecimal rate) {}

    private static final Map<String, Fixed> ALL = new HashMap<>();

    static {
        join("1999-01-01", "ATS", "13.7603", "BEF", "40.3399", "DEM", "1.95583", "ESP", "166.386", "FIM", "5.94573");
        join("1999-01-01", "FRF", "6.55957", "IEP", "0.787564", "ITL", "1936.27", "LUF", "40.3399", "NLG", "2.20371");
        join("1999-01-01", "PTE", "200.482");
        join("2001-01-01", "GRD", "340.750");
        join("2007-01-01", "SIT", "239.640");
        join("2008-01-01", "CYP", "0.585274", "MTL", "0.429300");
        join("2009-01-01", "SKK", "30.1260");
        join("2011-01-01", "EEK", "15.6466");
        join("2014-01-01", "LVL", "0.702804");
        join("2015-01-01", "LTL", "3.45280");
        join("2023-01-01", "HRK", "7.53450");
        join("2026-01-01", "BGN", "1.95583");
    }

    private FixedRates() {}

    private static void join(String since, String... codesAndRates) {
        for (int i = 0; i < codesAndRates.length; i += 2) {
            ALL.put(codesAndRates[i], new Fixed(LocalDate.parse(since), new BigDecimal(codesAndRates[i + 1])));
        }
    }

    /** Units of a currency for one euro, if it had been replaced on a day. */
    static Optional<BigDecimal> of(Currency currency, LocalDate day) {
        return Optional.ofNullable(ALL.get(currency.getCurrencyCode()))
                .filter(fixed -> !day.isBefore(fixed.since))
                .map(Fixed::rate);
    }

    /** Those of all currencies that had been replaced on a day, by code. */
    static Map<String, BigDecimal> on(LocalDate day) {
        Map<String, BigDecimal> rates = new TreeMap<>();
        ALL.forEach((code, fixed) -> {
            if (!day.isBefore(fixed.since)) {
                rates.put(code, fixed.rate);
            }
        });
        return rates;
    }
}

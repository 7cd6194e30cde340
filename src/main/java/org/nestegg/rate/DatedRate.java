package org.nestegg.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/** Units of a currency for one euro on a day. */
record DatedRate(LocalDate day, Currency currency, BigDecimal rate) {

    static final int MAX_INTEGER_DIGITS = 12;
    static final int MAX_DECIMALS = 10;

    /** How one is written: a regular expression. */
    static final String FORM = "\\d{1," + MAX_INTEGER_DIGITS + "}(\\.\\d{1," + MAX_DECIMALS + "})?";

    private static final Pattern WRITTEN = Pattern.compile(FORM);

    /** The rate that a file has, if it is one. */
    static Optional<BigDecimal> rate(String text) {
        return Optional.of(text)
                .filter(t -> WRITTEN.matcher(t).matches())
                .map(BigDecimal::new)
                .filter(rate -> rate.signum() > 0);
    }
}

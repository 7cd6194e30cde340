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

    private static final Pattern FORM = Pattern.compile("\\d{1,12}(\\.\\d{1,10})?");

    /** The rate that a file has, if it is one. */
    static Optional<BigDecimal> rate(String text) {
        return Optional.of(text)
                .filter(t -> FORM.matcher(t).matches())
                .map(BigDecimal::new)
                .filter(rate -> rate.signum() > 0);
    }
}

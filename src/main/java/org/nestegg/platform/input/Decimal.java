package org.nestegg.platform.input;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimal numbers as they are sent in strings: {@code -20.00}, never a binary float on the way. */
final class Decimal {

    /** More digits than any amount has, and few enough to cost nothing. */
    private static final Pattern FORM = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

    private Decimal() {}

    static Optional<BigDecimal> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}

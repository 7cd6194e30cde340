package org.nestegg.platform.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Calendar days as they are sent: {@code 2026-11-20}, from year 1 to 9999. */
public final class Day {

    /** None that is sent is earlier. */
    public static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Day() {}

    /** The day that a text stands for, if it does for one. */
    public static Optional<LocalDate> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> !day.isBefore(FIRST));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}

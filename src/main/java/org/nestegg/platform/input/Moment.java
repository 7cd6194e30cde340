package org.nestegg.platform.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Instants as they are sent: {@code 2026-11-20T20:13:00Z} (RFC 3339), with any offset, from year 1 to 9999. */
public final class Moment {

    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final int LAST_YEAR = 9_999;
    private static final int NANOS_OF_A_MICRO = 1_000;
    private static final int MICROS_OF_A_MILLI = 1_000;
    private static final int MOST = "2026-11-20T20:13:00.123456Z".length();

    private Moment() {}

    /** The instant, in microseconds, as the database keeps it. */
    static Optional<Instant> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS))
                    .filter(instant -> !instant.isBefore(FIRST) && !instant.isAfter(LAST));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The text of an instant, in UTC, with as many decimals as it takes, in groups of three. */
    public static String text(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        int micros = instant.getNano() / NANOS_OF_A_MICRO;
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR || micros * NANOS_OF_A_MICRO != instant.getNano()) {
            return instant.toString();
        }
        char[] text = new char[MOST];
        int end = pair(text, 0, time.getYear() / 100);
        end = pair(text, end, time.getYear() % 100);
        end = pair(text, sign(text, end, '-'), time.getMonthValue());
        end = pair(text, sign(text, end, '-'), time.getDayOfMonth());
        end = pair(text, sign(text, end, 'T'), time.getHour());
        end = pair(text, sign(text, end, ':'), time.getMinute());
        end = pair(text, sign(text, end, ':'), time.getSecond());
        if (micros > 0) {
            end = three(text, sign(text, end, '.'), micros / MICROS_OF_A_MILLI);
            if (micros % MICROS_OF_A_MILLI > 0) {
                end = three(text, end, micros % MICROS_OF_A_MILLI);
            }
        }
        return new String(text, 0, sign(text, end, 'Z'));
    }

    private static int sign(char[] text, int at, char sign) {
        text[at] = sign;
        return at + 1;
    }

    private static int pair(char[] text, int at, int number) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
        return at + 2;
    }

    private static int three(char[] text, int at, int number) {
        text[at] = (char) ('0' + number / 100);
        return pair(text, at + 1, number % 100);
    }
}

package org.nestegg.statement.format;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts by a strict grammar, never through floating point. */
public final class Amounts {

    private static final int MAX_DIGITS = 15;

    /** No amount is longer. */
    private static final int MAX_LENGTH = 60;

    private static final String SPACES = "[ \\u00A0\\u2009\\u202F]";
    private static final String CURRENCY = "(?:[A-Z]{3}|\\p{Sc}|R\\$|kr|Kč|zł)";

    /** What may stand beside the digits: currency and sign, in any order, each once. Spaces are never given back: that is slow. */
    private static final Pattern FRAME = Pattern.compile("(?<open>\\()?" + SPACES + "*+(?<before>[+\\-\\u2212])?"
            + SPACES
            + "*+(?:" + CURRENCY + SPACES + "*+)?(?<after>[+\\-\\u2212])?" + SPACES
            + "*+(?<digits>[0-9.,'\\u2019 \\u00A0\\u2009\\u202F]*[0-9.,])" + SPACES + "*+(?<tail>[+\\-\\u2212])?"
            + SPACES
            + "*+(?:" + CURRENCY + ")?" + SPACES + "*+(?<close>\\))?");

    /** What formats for machines have: nothing but sign, digits and marks. */
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9., \\u00A0\\u202F]*+");

    private static final Pattern POINT = digits("\\.", "[, '\\u2019\\u00A0\\u2009\\u202F]");
    private static final Pattern COMMA = digits(",", "[. '\\u2019\\u00A0\\u2009\\u202F]");

    private Amounts() {}

    /** Digits in no groups, or in groups of three after the first, by one kind of mark; perhaps decimals. */
    private static Pattern digits(String decimal, String group) {
        return Pattern.compile("(?<whole>[0-9]+|[0-9]{1,3}(?:(?<mark>" + group + ")[0-9]{3})(?:\\k<mark>[0-9]{3})*|)(?:"
                + decimal + "(?<decimals>[0-9]*))?");
    }

    /**
     * An amount: an optional sign before or after it, or parentheses for less than zero; digits, perhaps in groups of three (the
     * first may be shorter) separated by one kind of mark or space that is not the decimal mark; perhaps the decimal mark and
     * decimals. A currency sign or code beside it is left out.
     *
     * @param decimal the mark before decimals: {@code .} or {@code ,}
     * @throws UnreadableException with {@code missing-amount}, with {@code unreadable-amount}, or with {@code too-many-digits}
     *     beyond 15
     */
    public static BigDecimal parse(String text, char decimal) throws UnreadableException {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new UnreadableException(RowError.MISSING_AMOUNT);
        }
        Matcher frame = FRAME.matcher(stripped);
        if (stripped.length() > MAX_LENGTH || !frame.matches()) {
            throw unreadable(stripped);
        }
        Matcher number = (decimal == ',' ? COMMA : POINT).matcher(frame.group("digits"));
        boolean parentheses = frame.group("open") != null;
        if (!number.matches() || parentheses != (frame.group("close") != null) || signs(frame, parentheses) > 1) {
            throw unreadable(stripped);
        }
        String whole = number.group("whole").replaceAll("[^0-9]", "");
        String decimals = number.group("decimals") == null ? "" : number.group("decimals");
        if (whole.isEmpty() && decimals.isEmpty()) {
            throw unreadable(stripped);
        }
        BigDecimal amount =
                new BigDecimal((whole.isEmpty() ? "0" : whole) + (decimals.isEmpty() ? "" : "." + decimals));
        if (amount.stripTrailingZeros().precision() > MAX_DIGITS
                || whole.length() + decimals.length() > 2 * MAX_DIGITS) {
            throw new UnreadableException(RowError.TOO_MANY_DIGITS, stripped);
        }
        return parentheses
                        || isMinus(frame.group("before"))
                        || isMinus(frame.group("after"))
                        || isMinus(frame.group("tail"))
                ? amount.negate()
                : amount;
    }

    /**
     * An amount as formats for machines have it, without currency. The last mark is before the decimals; a single
     * kind of mark that comes more than once separates groups.
     *
     * @throws UnreadableException as {@link #parse}
     */
    public static BigDecimal plain(String text) throws UnreadableException {
        String stripped = text == null ? "" : text.strip();
        if (!PLAIN.matcher(stripped).matches()) {
            throw unreadable(stripped);
        }
        int comma = stripped.lastIndexOf(',');
        int point = stripped.lastIndexOf('.');
        boolean grouped = comma < 0 ? stripped.indexOf('.') < point : point < 0 && stripped.indexOf(',') < comma;
        return parse(stripped, comma > point == grouped ? '.' : ',');
    }

    private static int signs(Matcher frame, boolean parentheses) {
        int signs = parentheses ? 1 : 0;
        for (String place : new String[] {"before", "after", "tail"}) {
            signs += frame.group(place) == null ? 0 : 1;
        }
        return signs;
    }

    private static boolean isMinus(String sign) {
        return "-".equals(sign) || "\u2212".equals(sign);
    }

    private static UnreadableException unreadable(String text) {
        return new UnreadableException(
                RowError.UNREADABLE_AMOUNT, text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
    }
}

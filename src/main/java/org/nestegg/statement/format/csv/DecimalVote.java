package org.nestegg.statement.format.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which mark stands before decimals, by all amounts of a file.
 *
 * @param mark the one to read by
 * @param open whether only a person can tell
 */
record DecimalVote(char mark, boolean open) {

    private static final Pattern DIGITS = Pattern.compile("[0-9](?:[0-9., '\\u2019\\u00A0\\u2009\\u202F]*[0-9])?");

    /** One mark, and three digits after it: thousands, or decimals. */
    private static final Pattern EITHER = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");

    static DecimalVote of(Stream<String> amounts) {
        int[] votes = new int[4];
        amounts.filter(CsvAmount::isOne).forEach(amount -> votes[proofOf(amount).ordinal()]++);
        int point = votes[Proof.POINT.ordinal()];
        int comma = votes[Proof.COMMA.ordinal()];
        boolean open = point == comma && (point > 0 || votes[Proof.OPEN.ordinal()] > 0);
        return new DecimalVote(comma > point ? ',' : '.', open);
    }

    private enum Proof {
        POINT,
        COMMA,
        OPEN,
        NO_MARK
    }

    private static Proof proofOf(String amount) {
        Matcher matcher = DIGITS.matcher(amount);
        String digits = matcher.find() ? matcher.group() : "";
        int mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        if (mark < 0) {
            // a mark at the very start or end has no digits beyond it, and is none of thousands
            return amount.contains(",") ? Proof.COMMA : amount.contains(".") ? Proof.POINT : Proof.NO_MARK;
        } else if (EITHER.matcher(digits).matches()) {
            return Proof.OPEN;
        }
        boolean repeated = digits.indexOf(digits.charAt(mark)) != mark;
        return (digits.charAt(mark) == '.') != repeated ? Proof.POINT : Proof.COMMA;
    }
}

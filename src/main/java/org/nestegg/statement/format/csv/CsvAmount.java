package org.nestegg.statement.format.csv;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestegg.statement.format.Amounts;
import org.nestegg.statement.format.UnreadableException;

/** Amounts as cells have them. */
final class CsvAmount {

    private static final int MAX_LENGTH = 40;

    /** Such as {@code 12.34 CR}, {@code 12,34 S}. */
    private static final Pattern FLAGGED =
            Pattern.compile("(?<amount>.*[0-9][^A-Za-z0-9]?) *(?<flag>CR|DR|Cr|Dr|C|D|S|H)");

    private CsvAmount() {}

    /** Whether a cell is an amount, whatever its decimal mark. */
    static boolean isOne(String cell) {
        return sign(cell) != null;
    }

    /** The sign of an amount, whatever its decimal mark: below, above or 0; null if it is none. */
    static Integer sign(String cell) {
        if (cell.length() > MAX_LENGTH || cell.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        BigDecimal point = parsed(cell, '.');
        BigDecimal amount = point == null ? parsed(cell, ',') : point;
        return amount == null ? null : amount.signum();
    }

    /** Whether an amount is written as less than zero, whatever its decimal mark. */
    static boolean isNegative(String cell) {
        Integer sign = sign(cell);
        return sign != null && sign < 0;
    }

    /** The amount; null if it is none. */
    static BigDecimal parsed(String cell, char decimal) {
        try {
            return cell.isEmpty() ? null : read(cell, decimal);
        } catch (UnreadableException _) {
            return null;
        }
    }

    /** Whether there is nothing but perhaps a dash, which tables have in empty columns. */
    static boolean isNone(String cell) {
        return cell.isEmpty() || cell.chars().allMatch(c -> c == '-' || c == '\u2013' || c == '\u2014');
    }

    /**
     * The amount of a cell.
     *
     * @throws UnreadableException as of {@link Amounts#parse}
     */
    static BigDecimal read(String cell, char decimal) throws UnreadableException {
        Matcher flagged = cell.length() > MAX_LENGTH ? null : FLAGGED.matcher(cell);
        if (flagged == null || !flagged.matches()) {
            return Amounts.parse(cell, decimal);
        }
        BigDecimal amount = Amounts.parse(flagged.group("amount"), decimal);
        return CsvFlag.of(flagged.group("flag")) == CsvFlag.DEBIT ? amount.abs().negate() : amount;
    }
}

package org.nestegg.statement.format.csv;

import java.util.List;
import java.util.regex.Pattern;

/** What the cells of a column are, counted over some rows. */
final class CsvContent {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    /** A number of more digits without decimals is none of money, but one of an account, or such. */
    private static final int MAX_WHOLE = 8;

    private int rows;
    private int filled;
    private int days;
    private int amounts;
    private int dashes;
    private int fractions;
    private int longest;
    private int flags;
    private int codes;
    private int ibans;
    private int letters;
    private long length;

    static CsvContent of(List<CsvRow> rows, int column) {
        CsvContent content = new CsvContent();
        rows.forEach(row -> content.count(row.cell(column)));
        return content;
    }

    /** Whether a cell is an IBAN by its form. */
    static boolean isIban(String cell) {
        return cell.length() <= 60 && IBAN.matcher(cell.replace(" ", "")).matches();
    }

    private void count(String cell) {
        rows++;
        if (cell.isEmpty()) {
            return;
        }
        filled++;
        length += cell.length();
        letters += cell.chars().anyMatch(Character::isLetter) ? 1 : 0;
        flags += CsvFlag.of(cell) == null ? 0 : 1;
        if (CsvDate.of(cell).isPresent()) {
            days++;
        } else if (CsvAmount.isNone(cell)) {
            dashes++;
        } else if (CsvAmount.isOne(cell)) {
            amounts++;
            boolean fraction = cell.indexOf('.') >= 0 || cell.indexOf(',') >= 0;
            fractions += fraction ? 1 : 0;
            longest = fraction ? longest : Math.max(longest, cell.length());
        } else if (CsvHeadings.isCurrency(cell)) {
            codes++;
        } else if (isIban(cell)) {
            ibans++;
        }
    }

    /** Whether no cell has anything, or only dashes. */
    boolean isEmpty() {
        return filled == dashes;
    }

    boolean areDays() {
        return 2 * days >= filled && days > 0;
    }

    boolean areAmounts() {
        return 2 * amounts >= filled - dashes && amounts > 0;
    }

    /** Whether nearly all rows have amounts, by their look alone: with decimals, or few digits. */
    boolean areNearlyAllMoney() {
        return nearlyAll(amounts, rows) && (fractions > 0 || longest <= MAX_WHOLE);
    }

    boolean areNearlyAllDays() {
        return nearlyAll(days, rows);
    }

    boolean areNearlyAllFlags() {
        return nearlyAll(flags, rows);
    }

    boolean areNearlyAllCurrencies() {
        return nearlyAll(codes, rows);
    }

    boolean areFlags() {
        return 2 * flags >= filled && flags > 0;
    }

    boolean areCurrencies() {
        return 2 * codes >= filled && codes > 0;
    }

    boolean areIbans() {
        return 2 * ibans >= filled && ibans > 0;
    }

    /** Whether what is in it are words, and not days, numbers, flags, codes or accounts. */
    boolean areWords() {
        return 2 * letters >= filled
                && letters > 0
                && !areDays()
                && !areAmounts()
                && !areFlags()
                && !areCurrencies()
                && !areIbans();
    }

    boolean hasFractions() {
        return fractions > 0;
    }

    /** Whether most rows have something. */
    boolean isUsual() {
        return 2 * filled >= rows && filled > 0;
    }

    /** How many characters there are on an average in what is filled. */
    double length() {
        return filled == 0 ? 0 : (double) length / filled;
    }

    private static boolean nearlyAll(int count, int rows) {
        return count > 0 && 10L * count >= 9L * rows;
    }
}

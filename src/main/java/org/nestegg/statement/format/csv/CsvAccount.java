package org.nestegg.statement.format.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Of which account a table is, and in which currency, as far as it says so beside its rows. */
final class CsvAccount {

    /** A file is not of more accounts. */
    private static final int MAX_ACCOUNTS = 100;

    private static final Pattern NUMBER = Pattern.compile("[A-Z]{0,4}[0-9][A-Z0-9 ./-]{2,38}");

    private static final Pattern NAME = Pattern.compile(" [/-] ");

    private static final Set<String> NUMBER_LABELS = CsvHeadings.words("""
            iban, konto, kontonummer, konto nr, kontonr, account, account number, account no, account iban, compte, numero de compte,
            n compte, cuenta, numero de cuenta, n de cuenta, iban cuenta, conta, numero da conta, conta n, conto, numero conto,
            numero di conto, n conto, conto corrente, rekening, rekeningnummer, iban nummer""");

    private static final Set<String> CURRENCY_LABELS = CsvHeadings.words(
            "wahrung, currency, ccy, account currency, devise, monnaie, moneda, divisa, moeda, valuta, munt, kontowahrung");

    private final String number;
    private final Integer numberColumn;
    private final String currency;

    CsvAccount(CsvGrid grid, CsvColumns columns) {
        numberColumn = column(grid);
        number = numberColumn == null ? number(grid.body().preamble()) : null;
        String stated = stated(grid.body(), columns);
        currency = stated == null ? only(grid.body(), columns.layout().currency()) : stated;
    }

    /** The number of the account of a row; null if it is not said. */
    String number(CsvRow row) {
        if (numberColumn == null) {
            return number;
        }
        String cell = row.cell(numberColumn);
        return isNumber(cell) ? cell : null;
    }

    /** The currency of rows that do not name theirs; null if it is not said. */
    String currency() {
        return currency;
    }

    /** The column that has the number of the file's own account; null if there is none. */
    private static Integer column(CsvGrid grid) {
        for (int column : grid.of(CsvRole.OWN)) {
            if (!values(grid.body(), column).isEmpty()) {
                return column;
            }
        }
        boolean counter = !grid.of(CsvRole.COUNTER).isEmpty()
                || grid.of(CsvRole.PARTY).stream()
                        .anyMatch(column -> grid.content(column).areIbans());
        int party = grid.of(CsvRole.PARTY).stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElse(Integer.MAX_VALUE);
        for (int column : grid.of(CsvRole.ACCOUNT)) {
            int accounts = values(grid.body(), column).size();
            // beside who paid, the number is theirs, unless another column has that
            if (accounts == 1 && (counter || column < party) || accounts > 1 && counter) {
                return column;
            }
        }
        return null;
    }

    /** The different values of a column; none if they are too many, or no numbers. */
    private static Set<String> values(CsvBody body, int column) {
        Set<String> values = new HashSet<>();
        for (CsvRow row : body.samples()) {
            String cell = row.cell(column);
            if (!cell.isEmpty()) {
                values.add(cell);
            }
            if (values.size() > MAX_ACCOUNTS) {
                return Set.of();
            }
        }
        return values.stream().allMatch(CsvAccount::isNumber) ? values : Set.of();
    }

    /** An IBAN if there is one, and no more; else what a label is for. */
    private static String number(List<CsvRow> preamble) {
        List<String> ibans = preamble.stream()
                .flatMap(row -> parts(row).stream())
                .map(CsvAccount::beforeName)
                .filter(CsvContent::isIban)
                .distinct()
                .toList();
        if (ibans.size() == 1) {
            return ibans.getFirst();
        }
        for (CsvRow row : preamble) {
            List<String> cells = parts(row);
            for (int i = 0; i + 1 < cells.size(); i++) {
                String value = beforeName(cells.get(i + 1));
                if (NUMBER_LABELS.contains(CsvHeadings.normal(cells.get(i))) && isNumber(value)) {
                    return value;
                }
            }
        }
        return null;
    }

    /** The cells that are not empty, those with a label and what it is for as two. */
    private static List<String> parts(CsvRow row) {
        List<String> parts = new ArrayList<>();
        for (String cell : row.cells()) {
            int colon = cell.length() > 100 ? -1 : cell.indexOf(':');
            if (colon > 0) {
                parts.add(cell.substring(0, colon).strip());
                parts.add(cell.substring(colon + 1).strip());
            } else {
                parts.add(cell);
            }
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** Such as {@code DE02120300000000202051 / Girokonto}. */
    private static String beforeName(String value) {
        return NAME.split(value, 2)[0].strip();
    }

    private static boolean isNumber(String value) {
        return value.length() <= 42
                && NUMBER.matcher(value).matches()
                && value.chars().filter(Character::isDigit).count() > 3
                && CsvDate.of(value).isEmpty();
    }

    /** The currency that the headings of amounts have, or the preamble; null if there is none, or several. */
    private static String stated(CsvBody body, CsvColumns columns) {
        List<String> codes = columns.amounts().stream()
                .map(column -> CsvHeadings.currency(body.heading(column)))
                .distinct()
                .toList();
        if (codes.size() == 1 && codes.getFirst() != null) {
            return codes.getFirst();
        }
        for (CsvRow row : body.preamble()) {
            List<String> cells = parts(row);
            for (int i = 0; i + 1 < cells.size(); i++) {
                if (CURRENCY_LABELS.contains(CsvHeadings.normal(cells.get(i)))
                        && CsvHeadings.isCurrency(cells.get(i + 1))) {
                    return cells.get(i + 1);
                }
            }
        }
        List<String> alone = body.preamble().stream()
                .flatMap(row -> row.cells().stream())
                .filter(CsvHeadings::isCurrency)
                .distinct()
                .toList();
        return alone.size() == 1 ? alone.getFirst() : null;
    }

    /** The currency that all rows have which name one; null if there are several. */
    private static String only(CsvBody body, Integer column) {
        if (column == null || column == 0) {
            return null;
        }
        Set<String> codes = new HashSet<>();
        body.samples().forEach(row -> codes.add(CsvEntries.code(row.cell(column))));
        codes.remove("");
        return codes.size() == 1 ? codes.iterator().next() : null;
    }
}

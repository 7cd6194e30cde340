package org.nestegg.statement.format.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nestegg.statement.format.DateOrder;
import org.nestegg.statement.format.Entry;
import org.nestegg.statement.format.Layout;
import org.nestegg.statement.format.ReadStatement;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.RowError;
import org.nestegg.statement.format.RowFault;
import org.nestegg.statement.format.Spending;
import org.nestegg.statement.format.TooManyRowsException;
import org.nestegg.statement.format.UnreadableException;
import org.nestegg.statement.format.WarningCode;

/** Makes entries of rows. */
final class CsvEntries {

    private static final int MAX_SOURCE = 4_000;
    private static final int MAX_TOLD = 60;

    /** What a row is stands no further to the right. */
    private static final int MAX_BALANCE_COLUMN = 30;

    /** A last line with no more of its own is none of the table. */
    private static final int MAX_FOOTER = 2;

    /** How rows begin, and hardly ever what stands below them. */
    private static final Pattern BEGUN = Pattern.compile("\"?[0-9]");

    private final CsvTable table;
    private final CsvBody body;
    private final CsvColumns columns;
    private final Layout.Columns layout;
    private final CsvAccount account;
    private final Reading reading;
    private final char decimal;
    private final DateOrder order;
    private final CsvSigns signs;

    /** The balances after the rows of each statement; null where a row has none. */
    private final Map<ReadStatement, List<BigDecimal>> balances = new LinkedHashMap<>();

    CsvEntries(CsvTable table, CsvGrid grid, CsvColumns columns, Numbers numbers, Reading reading) {
        this.table = table;
        this.body = grid.body();
        this.columns = columns;
        this.layout = columns.layout();
        this.account = new CsvAccount(grid, columns);
        this.reading = reading;
        decimal = numbers.decimal;
        order = numbers.order;
        signs = numbers.signs;
    }

    /** How numbers are to be read. */
    record Numbers(char decimal, DateOrder order, CsvSigns signs) {}

    /** A currency as rows have it, as a code. */
    static String code(String cell) {
        return switch (cell) {
            case "\u20AC" -> "EUR";
            case "\u00A3" -> "GBP";
            case "R$" -> "BRL";
            default -> cell.length() > 3 ? cell : cell.toUpperCase(Locale.ROOT);
        };
    }

    /** @throws TooManyRowsException if there are too many rows */
    void read() {
        List<CsvRow> rows = withoutFooter();
        for (CsvRow row : rows) {
            boolean again =
                    body.header() != null && row.cells().equals(body.header().cells());
            if (!again && !isBalance(row)) {
                add(row);
            }
        }
        balances.forEach(this::balance);
        CsvRow last = body.rows().isEmpty() ? null : body.rows().getLast();
        if (last != null && isCut(last)) {
            reading.warn(WarningCode.CUT_SHORT, last.line());
        }
    }

    private List<CsvRow> withoutFooter() {
        int size = body.rows().size();
        while (size > 0 && isFooter(body.rows().get(size - 1))) {
            size--;
        }
        return body.rows().subList(0, size);
    }

    private boolean isFooter(CsvRow row) {
        if (CsvDate.of(row.cell(layout.date())).isPresent()) {
            return isBalance(row);
        }
        return row.filled() <= MAX_FOOTER && !hasAmount(row) || CsvTold.isSum(row.first());
    }

    private boolean hasAmount(CsvRow row) {
        return columns.amounts().stream().anyMatch(column -> !CsvAmount.isNone(row.cell(column)));
    }

    /** Whether a row has what lies there, and no amount; or an amount that is that, for nothing else is told of it. */
    private boolean isBalance(CsvRow row) {
        boolean odd = !hasAmount(row)
                || layout.description().stream()
                        .allMatch(column -> row.cell(column).isEmpty());
        return odd && row.cells().stream().limit(MAX_BALANCE_COLUMN).anyMatch(CsvTold::isBalance);
    }

    /** Whether the file ends within its last row, with cells missing that all others have, and is none below the table. */
    private boolean isCut(CsvRow last) {
        return last.end() == table.text().length()
                && (!isFooter(last) || BEGUN.matcher(last.first()).lookingAt())
                && body.samples().size() > 1
                && body.samples().stream()
                        .filter(row -> row != last)
                        .allMatch(row -> row.cells().size() > last.cells().size());
    }

    private void add(CsvRow row) {
        int end = Math.min(row.end(), row.start() + MAX_SOURCE);
        Entry entry = new Entry(row.line(), table.text().substring(row.start(), end));
        entry.description = description(row);
        entry.notes = text(row, layout.notes());
        entry.category = text(row, layout.category());
        entry.reference = text(row, layout.reference());
        entry.pending = CsvTold.isNotBooked(row.cell(columns.status())) || CsvTold.isNotBooked(row.cell(layout.date()));
        if (row.width() > body.width()) {
            entry.faults.add(RowFault.of(RowError.UNREADABLE_ROW));
        } else if (!hasAmount(row) && CsvDate.of(row.cell(layout.date())).isEmpty() && !entry.pending) {
            entry.faults.add(RowFault.of(RowError.UNREADABLE_ROW));
        } else {
            entry.date = date(row, entry);
            entry.amount = amount(row, entry);
        }
        add(row, entry);
    }

    private void add(CsvRow row, Entry entry) {
        String code = code(row.cell(layout.currency()));
        entry.currency = code.isEmpty() ? null : code;
        String currency = CsvHeadings.isCurrency(code) ? code : account.currency();
        ReadStatement statement = reading.statement(account.number(row), currency);
        reading.add(statement, entry);
        String balance = row.cell(columns.balance());
        if (!entry.pending || !balance.isEmpty()) {
            balances.computeIfAbsent(statement, key -> new ArrayList<>())
                    .add(entry.faults.isEmpty() ? CsvAmount.parsed(balance, decimal) : null);
        }
    }

    private static String text(CsvRow row, Integer column) {
        String cell = row.cell(column);
        return cell.isEmpty() ? null : cell;
    }

    /** What the columns have, but for what another one of them begins with. */
    private String description(CsvRow row) {
        List<String> parts = new ArrayList<>();
        for (int column : layout.description()) {
            String part = row.cell(column);
            if (!part.isEmpty() && parts.stream().noneMatch(known -> begins(known, part))) {
                parts.removeIf(known -> begins(part, known));
                parts.add(part);
            }
        }
        return String.join(" ", parts);
    }

    private static boolean begins(String text, String start) {
        return text.regionMatches(true, 0, start, 0, start.length());
    }

    private LocalDate date(CsvRow row, Entry entry) {
        String text = entry.pending
                ? Stream.concat(Stream.ofNullable(layout.date()), columns.otherDates().stream())
                        .map(row::cell)
                        .filter(cell -> CsvDate.of(cell).isPresent())
                        .findFirst()
                        .orElse("")
                : row.cell(layout.date());
        try {
            if (text.isEmpty()) {
                throw new UnreadableException(RowError.MISSING_DATE);
            }
            Optional<CsvDate> date = CsvDate.of(text);
            if (date.isEmpty()) {
                throw new UnreadableException(RowError.UNREADABLE_DATE, told(text));
            }
            return date.get().in(order, reading, row.line(), text);
        } catch (UnreadableException unreadable) {
            entry.faults.add(unreadable.fault());
            return null;
        }
    }

    private BigDecimal amount(CsvRow row, Entry entry) {
        try {
            return columns.split() ? split(row) : single(row);
        } catch (UnreadableException unreadable) {
            entry.faults.add(unreadable.fault());
            return null;
        }
    }

    private BigDecimal single(CsvRow row) throws UnreadableException {
        BigDecimal amount = CsvAmount.read(dashless(row.cell(layout.amount())), decimal);
        if (layout.sign() == null || layout.sign() == 0) {
            return signs.spending() == Spending.POSITIVE ? amount.negate() : amount;
        }
        String sign = row.cell(layout.sign());
        CsvFlag flag = CsvFlag.of(sign);
        if (flag == null && CsvHeadings.isCurrency(sign)) {
            return amount.negate(); // banks mark what came; where a currency stands instead, nothing is marked
        } else if (flag == null) {
            throw new UnreadableException(RowError.UNREADABLE_SIGN, told(sign));
        }
        return flag == CsvFlag.DEBIT ? amount.negate() : amount;
    }

    private BigDecimal split(CsvRow row) throws UnreadableException {
        String debitText = dashless(row.cell(layout.debit()));
        String creditText = dashless(row.cell(layout.credit()));
        BigDecimal debit = debitText.isEmpty() ? null : CsvAmount.read(debitText, decimal);
        BigDecimal credit = creditText.isEmpty() ? null : CsvAmount.read(creditText, decimal);
        if (debit == null && credit == null) {
            throw new UnreadableException(RowError.MISSING_AMOUNT);
        }
        boolean went = debit != null && debit.signum() != 0;
        boolean came = credit != null && credit.signum() != 0;
        if (went && came) {
            throw new UnreadableException(RowError.UNREADABLE_SIGN, debitText + " " + creditText);
        } else if (went) {
            return signs.debit() ? debit : debit.negate();
        } else if (came) {
            return signs.credit() ? credit.negate() : credit;
        }
        return BigDecimal.ZERO;
    }

    /** What is told of a cell. */
    private static String told(String cell) {
        return cell.substring(0, Math.min(MAX_TOLD, cell.length()));
    }

    private static String dashless(String cell) {
        return CsvAmount.isNone(cell) ? "" : cell;
    }

    /** Balances that follow from each other by the amounts of all rows are the statement's. */
    private void balance(ReadStatement statement, List<BigDecimal> after) {
        List<Entry> booked =
                statement.entries.stream().filter(entry -> !entry.pending).toList();
        if (booked.size() != after.size()) {
            return;
        }
        List<BigDecimal> amounts = booked.stream().map(entry -> entry.amount).toList();
        CsvBalances found = CsvBalances.of(amounts, after);
        if (found == CsvBalances.EITHER) {
            int days = booked.getFirst().date.compareTo(booked.getLast().date);
            found = days == 0 ? CsvBalances.NONE : days < 0 ? CsvBalances.OLDEST_FIRST : CsvBalances.NEWEST_FIRST;
        }
        if (found != CsvBalances.NONE) {
            boolean oldestFirst = found == CsvBalances.OLDEST_FIRST;
            int last = after.size() - 1;
            int oldest = oldestFirst ? 0 : last;
            statement.opening = after.get(oldest).subtract(amounts.get(oldest));
            statement.closing = after.get(last - oldest);
        }
    }
}

package org.nestegg.statement.format.csv;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.statement.format.DateOrder;
import org.nestegg.statement.format.FileText;
import org.nestegg.statement.format.Layout;
import org.nestegg.statement.format.QuestionCode;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.Spending;
import org.nestegg.statement.format.StatementReader;
import org.nestegg.statement.format.TooManyRowsException;

/**
 * Reads tables of separated values. What delimiter, header, columns, decimal mark and order of days are is found in the file; what
 * it leaves open is asked, and its field of the layout is null. What is said beforehand is not looked for.
 */
public final class CsvReader implements StatementReader {

    private static final Layout.Columns NO_ANSWERS =
            new Layout.Columns(null, null, null, null, null, null, null, null, null, null);

    /** Choices of a question are not longer. */
    private static final int MAX_CHOICE = 100;

    /** Of so many characters, one may be none of a text. */
    private static final int TEXT_SHARE = 50;

    private static final int SAMPLE = 65_536;

    public CsvReader() {}

    @Override
    public boolean recognises(FileText file) {
        String text = file.text().stripLeading();
        boolean other = text.isEmpty()
                || "<{[".indexOf(text.charAt(0)) >= 0
                || text.startsWith("%PDF")
                || text.startsWith("PK\u0003");
        if (other || !isText(text)) {
            return false;
        }
        CsvTable table = CsvTable.sample(file.text());
        List<CsvRow> rows =
                table.rows().stream().filter(row -> row.cells().size() > 1).toList();
        CsvBody body = CsvBody.of(table, null);
        if (body.header() != null && CsvHeadings.areStatement(body.header())) {
            return true;
        }
        long transactions = rows.stream().filter(CsvRow::hasDayAndAmount).count();
        return transactions > 0
                && 2 * transactions >= table.rows().size() - body.preamble().size();
    }

    private static boolean isText(String text) {
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        long odd = sample.chars()
                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == '\uFFFD')
                .count();
        return odd * TEXT_SHARE <= sample.length();
    }

    @Override
    public void read(FileText file, Layout answers, Reading reading) {
        CsvTable table = table(file, answers);
        CsvBody body = CsvBody.of(table, answers.headerRow());
        CsvGrid grid = new CsvGrid(body);
        CsvColumns columns = CsvColumns.of(grid, Objects.requireNonNullElse(answers.columns(), NO_ANSWERS));
        boolean delimiterRefused = answers.delimiter() != null && !CsvSplitter.isDelimiter(answers.delimiter());
        boolean uneven = body.isUneven() && answers.columns() == null;
        if (columns.open() || delimiterRefused || uneven) {
            reading.ask(QuestionCode.COLUMNS, choices(body));
        }
        DecimalVote decimal = decimal(body, columns, answers, reading);
        DateVote dates = dates(body, columns, answers, reading);
        CsvSigns signs = signs(grid, columns, decimal.mark(), answers, reading);
        new CsvEntries(table, grid, columns, new CsvEntries.Numbers(decimal.mark(), dates.dateOrder(), signs), reading)
                .read();
        reading.layout(new Layout(
                String.valueOf(table.delimiter()),
                body.header() == null ? 0 : body.header().line(),
                columns.shown(),
                decimal.open() ? null : String.valueOf(decimal.mark()),
                dates.open().isEmpty() ? dates.dateOrder() : null,
                signs.spending()));
    }

    private static CsvTable table(FileText file, Layout answers) {
        String delimiter = answers.delimiter();
        boolean said = delimiter != null && CsvSplitter.isDelimiter(delimiter);
        return CsvTable.of(file.text(), said ? delimiter.charAt(0) : null);
    }

    private static List<String> choices(CsvBody body) {
        return body.shown().stream()
                .map(cell -> cell.substring(0, Math.min(MAX_CHOICE, cell.length())))
                .toList();
    }

    private static DecimalVote decimal(CsvBody body, CsvColumns columns, Layout answers, Reading reading) {
        if (".".equals(answers.decimal()) || ",".equals(answers.decimal())) {
            return new DecimalVote(answers.decimal().charAt(0), false);
        }
        DecimalVote vote = DecimalVote.of(
                body.rows().stream().flatMap(row -> columns.amounts().stream().map(row::cell)));
        if (vote.open()) {
            reading.ask(QuestionCode.DECIMAL, List.of(".", ","));
        }
        return vote;
    }

    private static DateVote dates(CsvBody body, CsvColumns columns, Layout answers, Reading reading) {
        if (answers.dateFormat() != null) {
            return new DateVote(answers.dateFormat(), List.of());
        }
        List<CsvDate> others = columns.otherDates().stream()
                .flatMap(column -> days(body, column))
                .toList();
        DateVote vote = DateVote.of(days(body, columns.layout().date()).toList(), others);
        if (!vote.open().isEmpty()) {
            reading.ask(
                    QuestionCode.DATE_FORMAT,
                    vote.open().stream().map(DateOrder::code).toList());
        }
        return vote;
    }

    private static Stream<CsvDate> days(CsvBody body, Integer column) {
        return body.rows().stream().map(row -> CsvDate.of(row.cell(column))).flatMap(Optional::stream);
    }

    private static CsvSigns signs(CsvGrid grid, CsvColumns columns, char decimal, Layout answers, Reading reading) {
        CsvSigns signs = CsvSigns.of(grid, columns, decimal);
        if (answers.spending() != null) {
            return new CsvSigns(signs.debit(), signs.credit(), answers.spending());
        } else if (signs.spending() == null) {
            reading.ask(QuestionCode.SPENDING, List.of(Spending.NEGATIVE.code(), Spending.POSITIVE.code()));
        }
        return signs;
    }

    /**
     * What files of one source have in common, and those of others do not: the headings; where there are none, how many columns
     * there are, and which of them have days and numbers. It does not depend on what is said of columns and of what is in them.
     *
     * @param layout of which delimiter and header row count, where they are said
     * @return a text, perhaps long
     * @throws TooManyRowsException if there are too many rows
     */
    public static String fingerprint(FileText file, Layout layout) {
        CsvBody body = CsvBody.of(table(file, layout), layout.headerRow());
        if (body.header() != null) {
            return CsvHeadings.joined(body.header());
        }
        CsvGrid grid = new CsvGrid(body);
        return grid.columns()
                .mapToObj(column -> kind(grid.content(column)))
                .collect(Collectors.joining("|", "without header: ", ""));
    }

    private static String kind(CsvContent content) {
        if (content.areNearlyAllDays()) {
            return "day";
        }
        return content.areNearlyAllMoney() ? "number" : "other";
    }
}

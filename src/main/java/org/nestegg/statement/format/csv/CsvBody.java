package org.nestegg.statement.format.csv;

import java.util.BitSet;
import java.util.List;

/**
 * What the rows of a table are.
 *
 * @param preamble what stands before: names, numbers, balances
 * @param header null where there is none
 * @param rows those below the header, or from the first with a day on
 * @param samples the first of them that have a day and an amount, or just the first where none has: they show what columns are
 * @param width how many columns there are
 */
record CsvBody(List<CsvRow> preamble, CsvRow header, List<CsvRow> rows, List<CsvRow> samples, int width) {

    /** No preamble is longer. */
    private static final int MAX_PREAMBLE = 100;

    private static final int MAX_COMPLETE_ABOVE = 3;

    /** So much of a table shows what its columns are. */
    private static final int MAX_SAMPLES = 1_000;

    private static final int MAX_SAMPLE_CELLS = 100_000;

    /**
     * @param headerRow the line that has the headings, 0 for none, null to find it; one with which no row begins counts as null
     */
    static CsvBody of(CsvTable table, Integer headerRow) {
        List<CsvRow> rows = table.rows();
        BitSet complete = new BitSet();
        int cells = 0;
        for (int i = 0; i < rows.size() && cells < MAX_SAMPLE_CELLS && complete.cardinality() < MAX_SAMPLES; i++) {
            complete.set(i, rows.get(i).hasDayAndAmount());
            cells += rows.get(i).cells().size();
        }
        int header = headerRow == null ? -1 : table.indexOf(headerRow);
        if (header < 0 && (headerRow == null || headerRow != 0)) {
            header = findHeader(rows, complete);
        }
        return of(rows, complete, header, header < 0 ? start(rows, complete) : header + 1);
    }

    private static CsvBody of(List<CsvRow> rows, BitSet complete, int header, int start) {
        List<CsvRow> below = rows.subList(start, rows.size());
        CsvRow headings = header < 0 ? null : rows.get(header);
        List<CsvRow> known = complete(rows, complete, start, rows.size());
        List<CsvRow> samples = known.isEmpty() ? below.subList(0, Math.min(MAX_PREAMBLE, below.size())) : known;
        int width = headings == null
                ? CsvTable.usualWidth(samples, row -> row.cells().size())
                : Math.max(headings.cells().size(), CsvTable.usualWidth(samples, CsvRow::width));
        return new CsvBody(rows.subList(0, header < 0 ? start : header), headings, below, samples, width);
    }

    private static List<CsvRow> complete(List<CsvRow> rows, BitSet complete, int from, int to) {
        return complete.stream()
                .filter(i -> i >= from && i < to)
                .mapToObj(rows::get)
                .toList();
    }

    /** Without headings, the table begins with the first row that has a day. */
    private static int start(List<CsvRow> rows, BitSet complete) {
        int first = Math.max(0, complete.nextSetBit(0));
        int start = 0;
        while (start < first
                && rows.get(start).cells().stream()
                        .noneMatch(cell -> CsvDate.of(cell).isPresent())) {
            start++;
        }
        return start;
    }

    /** The index of the first row that has known headings, else of one that can only be headings; below 0 if there is none. */
    private static int findHeader(List<CsvRow> rows, BitSet complete) {
        for (int i = 0; i < Math.min(rows.size(), MAX_PREAMBLE); i++) {
            if (CsvHeadings.known(rows.get(i)) > 0 && fits(rows, complete, i)) {
                return i;
            }
        }
        int first = complete.nextSetBit(0);
        return first > 0 && isHeader(rows.get(first - 1), rows.get(first)) ? first - 1 : -1;
    }

    /**
     * A preamble may have lines with a day and a number, too, but fewer than there are below headings, if there are any. Rows may
     * have some more cells than headings, or fewer.
     */
    private static boolean fits(List<CsvRow> rows, BitSet complete, int header) {
        int above = complete.get(0, header).cardinality();
        List<CsvRow> below = complete(rows, complete, header + 1, Math.min(rows.size(), header + MAX_PREAMBLE));
        int width = CsvTable.usualWidth(below, row -> row.cells().size());
        boolean even = width == 0 || Math.abs(rows.get(header).cells().size() - width) <= Math.max(2, width / 3);
        boolean empty = below.isEmpty() && CsvHeadings.areStatement(rows.get(header));
        return even && above <= (empty ? MAX_COMPLETE_ABOVE : Math.min(below.size(), MAX_COMPLETE_ABOVE));
    }

    private static boolean isHeader(CsvRow row, CsvRow next) {
        return row.filled() > 1
                && Math.abs(row.cells().size() - next.cells().size()) <= 1
                && row.filled() > row.cells().size() / 2
                && row.cells().stream().noneMatch(CsvHeadings::isValue);
    }

    /** Whether most rows have more values than there are headings, as where decimal commas split them: nothing fits then. */
    boolean isUneven() {
        return header != null
                && CsvTable.usualWidth(samples, CsvRow::width) > header.cells().size();
    }

    /** The headings; where there are none, the values of the first row. */
    List<String> shown() {
        if (header != null) {
            return header.cells();
        }
        return rows.isEmpty() ? List.of() : rows.getFirst().cells();
    }

    /** The heading of a column, counted from 1; empty if it has none. */
    String heading(int column) {
        return header == null ? "" : header.cell(column);
    }
}

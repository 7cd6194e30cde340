package org.nestegg.statement.format.csv;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nestegg.statement.format.TooManyRowsException;

/** A text as a table: by which character its values are separated, and its rows. */
record CsvTable(String text, char delimiter, List<CsvRow> rows) {

    /** So much of a file shows what it is. */
    private static final int SAMPLE = 65_536;

    /** As spreadsheets have them, the likelier first. */
    private static final char[] DELIMITERS = {';', '\t', ',', '|'};

    private static final String DELIMITER_LINE = "sep=";

    /**
     * The table of a text.
     *
     * @param delimiter null to find it
     * @throws TooManyRowsException if there are too many rows
     */
    static CsvTable of(String text, Character delimiter) {
        char separator = delimiter == null ? delimiterOf(text) : delimiter;
        return new CsvTable(text, separator, withoutDelimiterLine(CsvSplitter.split(text, separator), text));
    }

    /** The first rows of a text. */
    static CsvTable sample(String text) {
        return of(head(text), null);
    }

    private static String head(String text) {
        if (text.length() <= SAMPLE) {
            return text;
        }
        int end = Math.max(text.lastIndexOf('\n', SAMPLE), text.lastIndexOf('\r', SAMPLE));
        return text.substring(0, end > 0 ? end : SAMPLE);
    }

    /** The one that a first line names, or that which makes the best table. */
    private static char delimiterOf(String text) {
        if (text.regionMatches(true, 0, DELIMITER_LINE, 0, DELIMITER_LINE.length())
                && text.length() > DELIMITER_LINE.length()
                && CsvSplitter.isDelimiter(text.substring(4, 5))) {
            return text.charAt(DELIMITER_LINE.length());
        }
        String head = head(text);
        char best = DELIMITERS[0];
        Merit most = null;
        for (char delimiter : DELIMITERS) {
            Merit merit = head.indexOf(delimiter) < 0 ? Merit.NONE : Merit.of(CsvSplitter.split(head, delimiter));
            if (most == null || merit.compareTo(most) > 0) {
                most = merit;
                best = delimiter;
            }
        }
        return best;
    }

    private static List<CsvRow> withoutDelimiterLine(List<CsvRow> rows, String text) {
        boolean named = !rows.isEmpty()
                && rows.getFirst().end() <= DELIMITER_LINE.length() + 1
                && text.regionMatches(true, 0, DELIMITER_LINE, 0, DELIMITER_LINE.length());
        return named ? rows.subList(1, rows.size()) : rows;
    }

    /** The most frequent width of some rows; 0 if there are none. */
    static int usualWidth(List<CsvRow> rows, Function<CsvRow, Integer> width) {
        return rows.stream().collect(Collectors.groupingBy(width, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /**
     * How good a table is: a decimal comma splits rows as evenly as a delimiter does, but then no cell is a day, and no line has
     * headings that are known.
     */
    private record Merit(int transactions, int headings, int even) implements Comparable<Merit> {

        static final Merit NONE = new Merit(0, 0, 0);

        static Merit of(List<CsvRow> rows) {
            List<CsvRow> split =
                    rows.stream().filter(row -> row.cells().size() > 1).toList();
            int width = usualWidth(split, row -> row.cells().size());
            return new Merit(
                    (int) split.stream().filter(CsvRow::hasDayAndAmount).count(),
                    split.stream().limit(100).mapToInt(CsvHeadings::known).max().orElse(0),
                    (int) split.stream()
                            .filter(row -> row.cells().size() == width)
                            .count());
        }

        @Override
        public int compareTo(Merit other) {
            int more = Integer.compare(transactions, other.transactions);
            more = more != 0 ? more : Integer.compare(headings, other.headings);
            return more != 0 ? more : Integer.compare(even, other.even);
        }
    }

    /** The index of the row that begins at a line of the file; below 0 if none does. */
    int indexOf(int line) {
        for (int i = 0; i < rows.size() && rows.get(i).line() <= line; i++) {
            if (rows.get(i).line() == line) {
                return i;
            }
        }
        return -1;
    }
}

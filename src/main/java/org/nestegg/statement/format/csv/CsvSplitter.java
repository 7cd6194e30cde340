package org.nestegg.statement.format.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.TooManyRowsException;

/**
 * Splits a text into rows and cells by RFC 4180. A row whose quotes are not in order, such as one that are opened and never closed,
 * ends with its line, and its quotes are characters like others: one stray quote does not swallow what follows.
 */
final class CsvSplitter {

    /** More cells than this are left out. */
    static final int MAX_CELLS = 300;

    /** So many rows there may be beside those of the statement: a preamble, sums, notices. */
    private static final int MAX_ROWS = Reading.MAX_ROWS + 1_000;

    /** A row with line breaks within quotes has no more lines, nor more characters after its first line. */
    private static final int MAX_ROW_LINES = 100;

    private static final int MAX_ROW_LENGTH = 32_768;

    /** A longer line, or one with more delimiters, is not parsed but cut. */
    private static final int MAX_LINE_LENGTH = 100_000;

    private static final int MAX_DELIMITERS = 2_000;

    private static final int MAX_SHARED_LENGTH = 10;
    private static final int MAX_SHARED = 5_000;

    private final String text;
    private final char delimiter;
    private final CSVFormat strict;
    private final List<CsvRow> rows = new ArrayList<>();
    private final Map<String, String> shared = new HashMap<>();
    private Feed feed;
    private Iterator<CSVRecord> records;
    private int failures;

    private CsvSplitter(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
        strict = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** Whether values can be separated by a character at all. */
    static boolean isDelimiter(String text) {
        return text.length() == 1 && "\"\r\n".indexOf(text.charAt(0)) < 0 && !Character.isLetterOrDigit(text.charAt(0));
    }

    /**
     * The rows of a text that are not empty.
     *
     * @throws TooManyRowsException if there are too many
     */
    static List<CsvRow> split(String text, char delimiter) {
        CsvSplitter splitter = new CsvSplitter(text, delimiter);
        splitter.split();
        return splitter.rows;
    }

    private void split() {
        feed = new Feed(text);
        while (feed.at < text.length()) {
            int start = feed.at;
            int line = feed.line;
            int end = endOfLine(text, start);
            if (start == end) {
                feed.skipLine();
                continue;
            }
            boolean quoted = hasQuote(start, end) && !tooLong(start, end);
            List<String> cells = quoted ? parsed() : null;
            if (cells == null) {
                failures += quoted ? 1 : 0;
                feed.at = start;
                feed.line = line;
                cells = plain(start, end);
                feed.skipLine();
            } else {
                end = feed.endOfLast;
            }
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(new CsvRow(line, start, end, cells));
            }
            if (Math.max(rows.size(), failures) > MAX_ROWS) {
                throw new TooManyRowsException();
            }
        }
    }

    private boolean hasQuote(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '"') {
                return true;
            }
        }
        return false;
    }

    private boolean tooLong(int start, int end) {
        int delimiters = 0;
        for (int i = start; i < end && delimiters <= MAX_DELIMITERS; i++) {
            delimiters += text.charAt(i) == delimiter ? 1 : 0;
        }
        return end - start > MAX_LINE_LENGTH || delimiters > MAX_DELIMITERS;
    }

    /** The cells of the row that begins at the feed's line, which may go on over the next ones; null if its quotes are not in order. */
    private List<String> parsed() {
        feed.begin();
        try {
            if (records == null) {
                records = strict.parse(feed).iterator();
            }
            CSVRecord row = records.next();
            List<String> cells = new ArrayList<>(Math.min(row.size(), MAX_CELLS));
            for (int i = 0; i < row.size() && i < MAX_CELLS; i++) {
                cells.add(shared(clean(row.get(i))));
            }
            return cells;
        } catch (UncheckedIOException | IOException _) {
            records = null;
            feed = new Feed(text);
            return null;
        }
    }

    private List<String> plain(int start, int end) {
        List<String> cells = new ArrayList<>();
        int at = start;
        while (at <= end && cells.size() < MAX_CELLS) {
            int next = text.indexOf(delimiter, at, end);
            int stop = next < 0 ? end : next;
            cells.add(shared(unquoted(clean(text.substring(at, stop)))));
            at = stop + 1;
        }
        return cells;
    }

    /** The same text once for all rows: most short ones occur over and over. */
    private String shared(String cell) {
        if (cell.length() > MAX_SHARED_LENGTH) {
            return cell;
        }
        String known = shared.get(cell);
        if (known == null && shared.size() < MAX_SHARED) {
            shared.put(cell, cell);
        }
        return known == null ? cell : known;
    }

    private static String unquoted(String cell) {
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                ? clean(cell.substring(1, cell.length() - 1).replace("\"\"", "\""))
                : cell;
    }

    /** Without spaces around it, which may not break, and as what spreadsheets have in {@code ="0123"}. */
    private static String clean(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && isSpace(cell.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(cell.charAt(end - 1))) {
            end--;
        }
        boolean formula = end - start > 2 && cell.startsWith("=\"", start) && cell.charAt(end - 1) == '"';
        return formula ? cell.substring(start + 2, Math.max(start + 2, end - 1)) : cell.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    private static int endOfLine(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Gives a line at a time, so that what a row consists of is known when it has been read, and no more than a row may have. */
    private static final class Feed extends Reader {

        private final String text;

        /** Where the next line begins that has not been given. */
        private int at;

        private int line = 1;
        private int endOfLast;
        private int lines;
        private int length;

        /** What is left to give of the line begun; its end is given as one character, which it need not be in the file. */
        private int next;

        private int end = -1;

        Feed(String text) {
            this.text = text;
        }

        void begin() {
            lines = 0;
            length = 0;
        }

        void skipLine() {
            endOfLast = endOfLine(text, at);
            boolean pair = text.startsWith("\r\n", endOfLast);
            at = Math.min(text.length(), endOfLast + (pair ? 2 : 1));
            line++;
        }

        @Override
        public int read(char[] buffer, int offset, int wanted) {
            if (end < 0 && !nextLine()) {
                return -1;
            }
            int count = Math.min(wanted, end - next);
            text.getChars(next, next + count, buffer, offset);
            next += count;
            if (next == end && count < wanted) {
                buffer[offset + count] = '\n';
                count++;
                end = -1;
            }
            return count;
        }

        private boolean nextLine() {
            if (at >= text.length() || lines > MAX_ROW_LINES || length > MAX_ROW_LENGTH) {
                return false;
            }
            next = at;
            skipLine();
            end = endOfLast;
            length += lines == 0 ? 0 : end - next;
            lines++;
            if (length > MAX_ROW_LENGTH) {
                end = -1;
                return false;
            }
            return true;
        }

        @Override
        public void close() {
            // it holds nothing
        }
    }
}

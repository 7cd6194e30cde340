package org.nestegg.statement.format.mt940;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nestegg.statement.format.Amounts;
import org.nestegg.statement.format.Days;
import org.nestegg.statement.format.Entry;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.References;
import org.nestegg.statement.format.RowError;
import org.nestegg.statement.format.RowFault;
import org.nestegg.statement.format.UnreadableException;
import org.nestegg.statement.format.Words;

/** A {@code :61:} with its {@code :86:}. */
final class Mt940Row {

    private static final Pattern LINE = Pattern.compile(
            "\\s*+(?<date>\\d{6})?(?:(?<entry>\\d{4})|\\s{4})?\\s*+(?<mark>R?[CD])?[A-Z]?\\s*+(?<amount>[0-9][0-9.,]*+)?"
                    + "\\s*+(?<type>[NFS][A-Z0-9]{3})?(?<customer>.*?)(?://(?<bank>.*+))?",
            Pattern.DOTALL);

    private final int line;
    private final int begin;
    private final int lineEnd;
    private Matcher said;
    private String more;
    private String explained;
    private boolean broken;

    /** @param lineEnd where its first line ends */
    Mt940Row(int line, int begin, int lineEnd) {
        this.line = line;
        this.begin = begin;
        this.lineEnd = lineEnd;
    }

    /** What its own lines say: the first what matters, the others something for people. */
    void say(String lines) {
        int first = lines.indexOf('\n');
        more = first < 0 ? null : Words.collapse(lines.substring(first));
        // Some banks begin a line for their reference.
        boolean reference = more != null && more.startsWith("//");
        said = LINE.matcher(
                reference ? lines.substring(0, first) + more : first < 0 ? lines : lines.substring(0, first));
        more = reference ? null : more;
    }

    void explain(String lines) {
        explained = explained == null ? lines : explained + "\n" + lines;
    }

    /** The file ends here, in the middle: if that is within the first line, something of it is lost, even of the amount. */
    void breakOff(int end) {
        broken = end == lineEnd;
    }

    Entry entry(String text, int end, Reading reading) {
        Entry entry = new Entry(line, Words.source(text, begin, end));
        said.matches();
        try {
            entry.date = day(reading, entry.source);
        } catch (UnreadableException e) {
            entry.faults.add(e.fault());
        }
        String mark = said.group("mark");
        try {
            entry.amount = Amounts.plain(said.group("amount"));
            if (mark == null) {
                throw new UnreadableException(RowError.UNREADABLE_SIGN, entry.source);
            } else if (mark.equals("D") || mark.equals("RC")) {
                entry.amount = entry.amount.negate();
            }
        } catch (UnreadableException e) {
            entry.amount = null;
            entry.faults.add(e.fault());
        }
        if (broken) {
            entry.faults.add(RowFault.of(RowError.UNREADABLE_ROW));
        }
        String customer = References.of(said.group("customer"));
        String bank = References.of(said.group("bank"));
        entry.reference = bank == null ? customer : bank;
        Mt940Purpose purpose = explained == null ? Mt940Purpose.NONE : Mt940Purpose.of(explained);
        entry.description = Stream.of(purpose.description(), more, customer, said.group("type"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        entry.notes = Words.lines(purpose.notes(), purpose.description() == null ? null : more);
        return entry;
    }

    /** The day of booking if it is said, in the year that is nearest to the day of value, which has one. */
    private LocalDate day(Reading reading, String source) throws UnreadableException {
        String date = said.group("date");
        if (date == null) {
            throw new UnreadableException(RowError.UNREADABLE_DATE, source);
        }
        int year = Days.full(Integer.parseInt(date.substring(0, 2)));
        int month = Integer.parseInt(date.substring(2, 4));
        String entry = said.group("entry");
        int entryMonth = entry == null ? 0 : Integer.parseInt(entry.substring(0, 2));
        int entryDay = entry == null ? 0 : Integer.parseInt(entry.substring(2));
        if (entryMonth < 1 || entryMonth > 12 || entryDay < 1 || entryDay > 31) {
            return Days.of(year, month, Integer.parseInt(date.substring(4)), reading, line, date);
        }
        int later = month - entryMonth > 6 ? 1 : 0;
        int earlier = entryMonth - month > 6 ? 1 : 0;
        return Days.of(year + later - earlier, entryMonth, entryDay, reading, line, entry);
    }
}

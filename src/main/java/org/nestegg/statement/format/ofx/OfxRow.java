package org.nestegg.statement.format.ofx;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestegg.statement.format.Amounts;
import org.nestegg.statement.format.Days;
import org.nestegg.statement.format.Entry;
import org.nestegg.statement.format.LineCounter;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.References;
import org.nestegg.statement.format.RowError;
import org.nestegg.statement.format.RowFault;
import org.nestegg.statement.format.UnreadableException;
import org.nestegg.statement.format.Words;

/** A {@code STMTTRN}, as its tags come. */
final class OfxRow {

    /** The day as the bank writes it. The hour and its zone are no reason to move it: they are mostly invented. */
    private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2}).*+");

    /** What stands for itself in a row, whatever is left open before it. */
    private static final Set<String> OWN =
            Set.of("TRNTYPE", "DTPOSTED", "DTTRAN", "TRNAMT", "FITID", "CHECKNUM", "REFNUM", "MEMO");

    /** Aggregates of a row. Some banks write them as if they were values. */
    private static final Set<String> PARTS = Set.of("PAYEE", "CURRENCY", "ORIGCURRENCY", "BANKACCTTO", "CCACCTTO");

    /** What a row says of all that it may say. */
    private static final Set<String> WANTED = Set.of(
            "DTPOSTED",
            "DTTRAN",
            "TRNAMT",
            "FITID",
            "CHECKNUM",
            "MEMO",
            "NAME",
            "EXTDNAME",
            "PAYEE",
            "PAYEE/NAME",
            "CURRENCY",
            "CURRENCY/CURSYM");

    private final int begin;
    private final boolean pending;
    private final Map<String, String> values = new HashMap<>();
    private String part;
    private boolean broken;

    OfxRow(int begin, boolean pending) {
        this.begin = begin;
        this.pending = pending;
    }

    void open(String name, String value) {
        if (value == null) {
            part = PARTS.contains(name) ? name : part;
        } else {
            part = OWN.contains(name) ? null : part;
            String key = part == null ? name : part + "/" + name;
            if (WANTED.contains(key)) {
                values.putIfAbsent(key, value);
            }
        }
    }

    void close(String name) {
        part = name.equals(part) ? null : part;
    }

    void breakOff() {
        broken = true;
    }

    Entry entry(String text, int end, LineCounter lines, Reading reading) {
        Entry entry = new Entry(lines.at(begin), Words.source(text, begin, end));
        entry.pending = pending;
        try {
            entry.date = day(values.get(pending ? "DTTRAN" : "DTPOSTED"), reading, entry.line);
        } catch (UnreadableException e) {
            entry.faults.add(e.fault());
        }
        try {
            entry.amount = Amounts.plain(values.get("TRNAMT"));
        } catch (UnreadableException e) {
            entry.faults.add(e.fault());
        }
        if (broken) {
            entry.faults.add(RowFault.of(RowError.UNREADABLE_ROW));
        }
        entry.currency = either("CURRENCY/CURSYM", "CURRENCY");
        entry.reference = values.get("FITID");
        String payee = either("PAYEE/NAME", "PAYEE");
        String name = Words.join(values.getOrDefault("NAME", payee), values.get("EXTDNAME"));
        entry.description = Words.join(name, values.get("MEMO"));
        String check = References.of(values.get("CHECKNUM"));
        entry.notes = check == null ? null : "No. " + check;
        return entry;
    }

    private String either(String first, String second) {
        return values.getOrDefault(first, values.get(second));
    }

    static LocalDate day(String value, Reading reading, int line) throws UnreadableException {
        if (value == null) {
            throw new UnreadableException(RowError.MISSING_DATE);
        }
        Matcher day = DAY.matcher(value);
        if (!day.matches()) {
            throw new UnreadableException(RowError.UNREADABLE_DATE, value);
        }
        return Days.of(
                Integer.parseInt(day.group(1)),
                Integer.parseInt(day.group(2)),
                Integer.parseInt(day.group(3)),
                reading,
                line,
                value);
    }
}

package org.nestegg.statement.format.qif;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.nestegg.statement.format.Entry;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.References;
import org.nestegg.statement.format.UnreadableException;
import org.nestegg.statement.format.Words;

/** What stands between two {@code ^}. */
final class QifRecord {

    /** Where splits stand instead of a category. */
    private static final String SPLIT = "--split--";

    private final int line;
    private final int begin;
    private int end;
    private char last;

    /** By their letters, the first of each. */
    private final Map<Character, String> fields = new HashMap<>();

    /** What comes more than once: a line for each split, and those of the address. */
    private final StringBuilder splits = new StringBuilder();

    private final StringBuilder address = new StringBuilder();

    QifRecord(int line, int begin) {
        this.line = line;
        this.begin = begin;
    }

    int line() {
        return line;
    }

    void take(char letter, String value) {
        last = letter;
        switch (letter) {
            case 'S' -> splits.append(splits.isEmpty() ? "" : "\n").append(value);
            case 'E', '$', '%' -> splits.append(splits.isEmpty() ? "" : " ").append(value);
            case 'A' -> address.append(address.isEmpty() ? "" : "\n").append(value);
            case 'D', 'T', 'U', 'P', 'M', 'N', 'L' -> {
                if (!value.isEmpty()) {
                    fields.putIfAbsent(letter, value);
                }
            }
            default -> {
                // Whether it has been cleared, and what investments have, is of no use here.
            }
        }
    }

    void end(int offset) {
        end = offset;
    }

    /** Of an account. */
    String name() {
        return fields.get('N');
    }

    /** As the file has it; null if it has none. */
    String date() {
        return fields.get('D');
    }

    /** As the file has it; null if it has none. */
    String amount() {
        return fields.getOrDefault('T', fields.get('U'));
    }

    boolean lastIsDayOrAmount() {
        return last == 'D' || last == 'T' || last == 'U';
    }

    boolean isComplete() {
        return date() != null && amount() != null;
    }

    Entry entry(String text, QifDates dates, QifAmounts amounts, Reading reading) {
        Entry entry = new Entry(line, Words.source(text, begin, end));
        try {
            entry.date = dates.day(date(), reading, line);
        } catch (UnreadableException e) {
            entry.faults.add(e.fault());
        }
        try {
            entry.amount = amount(amounts);
        } catch (UnreadableException e) {
            entry.faults.add(e.fault());
        }
        entry.description = Words.join(Words.collapse(fields.get('P')), Words.collapse(fields.get('M')));
        entry.category = category();
        entry.notes = Words.lines(number(), blankless(address), blankless(splits));
        return entry;
    }

    private BigDecimal amount(QifAmounts amounts) throws UnreadableException {
        return amounts.parse(amount() == null ? "" : amount());
    }

    /** What stands after a slash is the class; what stands in brackets is the account that it was transferred to. */
    private String category() {
        String category = Words.collapse(fields.get('L'));
        if (category == null || category.startsWith("[") || category.equalsIgnoreCase(SPLIT)) {
            return null;
        }
        int slash = category.indexOf('/');
        return Words.collapse(slash < 0 ? category : category.substring(0, slash));
    }

    private String number() {
        String number = References.of(fields.get('N'));
        return number == null || number.chars().noneMatch(Character::isDigit) ? number : "No. " + number;
    }

    private static String blankless(StringBuilder text) {
        return text.toString().isBlank() ? null : text.toString().strip();
    }
}

package org.nestegg.statement.format.qif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.nestegg.statement.format.Layout;
import org.nestegg.statement.format.ReadStatement;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.TooManyRowsException;
import org.nestegg.statement.format.WarningCode;

/** What a file of QIF says, line by line. */
final class QifContent {

    private enum Section {
        NONE,
        ACCOUNTS,
        MONEY,
        IGNORED
    }

    private static final String TYPE = "!type:";

    /** Things that are no money, or that did not happen. */
    private static final Set<String> IGNORED = Set.of(
            "security",
            "cat",
            "class",
            "memorized",
            "prices",
            "invst",
            "budget",
            "tag",
            "template",
            "invitem",
            "payee");

    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9 ]{11,40}|\\d[\\d ./-]{3,40}");

    private final String text;
    private final Reading reading;

    /** By the account's name; null where there is none. */
    private final Map<String, List<QifRecord>> records = new LinkedHashMap<>();

    private Section section = Section.NONE;
    private QifRecord record;
    private String account;
    private boolean ignored;
    private int count;

    QifContent(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
    }

    void line(String line, int number, int begin) {
        if (line.startsWith("!")) {
            endRecord(begin);
            section = section(line.toLowerCase(Locale.ROOT));
            if (section == Section.MONEY) {
                records.computeIfAbsent(account, _ -> new ArrayList<>());
            }
        } else if (line.startsWith("^")) {
            endRecord(begin);
        } else if (!line.isEmpty() && section != Section.NONE) {
            record = record == null ? new QifRecord(number, begin) : record;
            record.take(line.charAt(0), line.substring(1).strip());
        }
    }

    private static Section section(String header) {
        if (header.startsWith("!account")) {
            return Section.ACCOUNTS;
        } else if (header.startsWith(TYPE)) {
            return IGNORED.contains(header.substring(TYPE.length()).strip()) ? Section.IGNORED : Section.MONEY;
        }
        return Section.NONE;
    }

    private void endRecord(int end) {
        if (record == null) {
            return;
        }
        record.end(end);
        if (section == Section.ACCOUNTS) {
            account = record.name();
        } else if (section == Section.MONEY) {
            records.get(account).add(record);
            if (++count > Reading.MAX_ROWS) {
                throw new TooManyRowsException();
            }
        } else if (!ignored) {
            ignored = true;
            reading.warn(WarningCode.PART_IGNORED, record.line());
        }
        record = null;
    }

    /** Only when all is known, it can be told how days and amounts are written. */
    void finish(Layout answers) {
        if (section == Section.MONEY && record != null && (!record.isComplete() || mayGoOn())) {
            reading.warn(WarningCode.CUT_SHORT, null);
        }
        endRecord(text.length());
        List<QifRecord> all = records.values().stream().flatMap(List::stream).toList();
        QifDates dates = QifDates.of(all, answers.dateFormat(), reading);
        QifAmounts amounts = QifAmounts.of(all, answers.decimal(), reading);
        reading.layout(new Layout(null, null, null, amounts.decimal(), dates.found(), null));
        records.forEach((name, rows) -> {
            ReadStatement statement = reading.statement(number(name), null);
            rows.forEach(row -> reading.add(statement, row.entry(text, dates, amounts, reading)));
        });
    }

    /** Whether day or amount may have more digits than are here: nothing comes after them, not even an end of line. */
    private boolean mayGoOn() {
        return record.lastIsDayOrAmount() && !text.endsWith("\n") && !text.endsWith("\r");
    }

    /** Names are no numbers, but tell several accounts apart. */
    private String number(String name) {
        return name == null || records.size() > 1 || NUMBER.matcher(name).matches() ? name : null;
    }
}

package org.nestegg.statement.format.ofx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.nestegg.statement.format.Amounts;
import org.nestegg.statement.format.Entry;
import org.nestegg.statement.format.LineCounter;
import org.nestegg.statement.format.ReadStatement;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.UnreadableException;
import org.nestegg.statement.format.WarningCode;

/** What a file of OFX says, as its tags come: aggregates end with their own end, or where another begins that cannot be within. */
final class OfxContent {

    private static final Set<String> STATEMENTS = Set.of("STMTRS", "CCSTMTRS", "INVSTMTRS");
    private static final Set<String> ROWS = Set.of("STMTTRN", "STMTTRNP");

    /** What tells that a row is over, if it does not tell itself. */
    private static final Set<String> AFTER_ROWS =
            Set.of("LEDGERBAL", "AVAILBAL", "BANKTRANLIST", "BANKTRANLISTP", "INVBANKTRAN", "INVTRANLIST", "OFX");

    private static final String LEDGER = "LEDGERBAL";

    /** Whose statement it is; there are numbers of others, too. */
    private static final Set<String> ACCOUNTS = Set.of("BANKACCTFROM", "CCACCTFROM", "INVACCTFROM");

    private final String text;
    private final LineCounter lines;
    private final Reading reading;

    /** Whether a statement has begun, and whether the file has, that has not ended. */
    private boolean inside;

    private boolean open;
    private boolean ignored;

    /** The aggregate outside rows that has begun last; null once it has ended. */
    private String part;

    private String number;
    private String currency;
    private boolean investment;
    private LocalDate from;
    private LocalDate to;
    private BigDecimal closing;
    private OfxRow row;

    OfxContent(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
        lines = new LineCounter(text);
    }

    void open(OfxTags tag) {
        String name = tag.name();
        if (name.equals("OFX")) {
            open = true;
        } else if (STATEMENTS.contains(name)) {
            endStatement(tag.begin());
            inside = true;
        } else if (ROWS.contains(name)) {
            endRow(tag.begin());
            row = new OfxRow(tag.begin(), name.equals("STMTTRNP"));
        } else if (AFTER_ROWS.contains(name)) {
            endRow(tag.begin());
            part = name;
        } else if (row != null) {
            row.open(name, tag.value());
        } else if (ACCOUNTS.contains(name)) {
            part = name;
            investment = name.equals("INVACCTFROM");
        } else {
            take(name, tag);
        }
    }

    private void take(String name, OfxTags tag) {
        switch (name) {
            case "CURDEF" -> currency = tag.value();
            case "ACCTID" -> {
                if (part != null && ACCOUNTS.contains(part)) {
                    number = tag.value();
                }
            }
            case "DTSTART" -> from = day(tag.value());
            case "DTEND" -> to = day(tag.value());
            case "BALAMT" -> {
                if (LEDGER.equals(part)) {
                    closing = amount(tag.value());
                }
            }
            case "INVTRAN" -> {
                if (!ignored) {
                    ignored = true;
                    reading.warn(WarningCode.PART_IGNORED, lines.at(tag.begin()));
                }
            }
            default -> {
                // There is much more in OFX than a statement needs.
            }
        }
    }

    void close(OfxTags tag) {
        String name = tag.name();
        if (ROWS.contains(name)) {
            endRow(tag.end());
        } else if (STATEMENTS.contains(name)) {
            endStatement(tag.begin());
        } else if (AFTER_ROWS.contains(name)) {
            endRow(tag.begin());
            open = open && !name.equals("OFX");
        } else if (row != null) {
            row.close(name);
        }
        if (name.equals(part)) {
            part = null;
        }
    }

    /** Ends what the file leaves open. A row without an end may have lost something, even of its amount. */
    void finish() {
        boolean cut = open || row != null;
        if (row != null) {
            row.breakOff();
        }
        endStatement(text.length());
        if (cut) {
            reading.warn(WarningCode.CUT_SHORT, null);
        }
    }

    private void endRow(int end) {
        if (row != null) {
            inside = true;
            Entry entry = row.entry(text, end, lines, reading);
            // Investment accounts have cash in several currencies.
            boolean foreign = investment && entry.currency != null;
            reading.add(reading.statement(number, foreign ? entry.currency : currency), entry);
            row = null;
        }
    }

    private void endStatement(int end) {
        endRow(end);
        if (inside) {
            ReadStatement statement = reading.statement(number, currency);
            statement.period(from, to);
            if (closing != null) {
                statement.closing(closing);
            }
        }
        inside = false;
        part = null;
        number = null;
        currency = null;
        from = null;
        to = null;
        closing = null;
    }

    private static LocalDate day(String value) {
        try {
            return OfxRow.day(value, new Reading(), 0);
        } catch (UnreadableException _) {
            return null;
        }
    }

    private static BigDecimal amount(String value) {
        try {
            return Amounts.plain(value);
        } catch (UnreadableException _) {
            return null;
        }
    }
}

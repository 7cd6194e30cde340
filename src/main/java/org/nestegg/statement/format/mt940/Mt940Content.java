package org.nestegg.statement.format.mt940;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestegg.statement.format.Amounts;
import org.nestegg.statement.format.Days;
import org.nestegg.statement.format.Entry;
import org.nestegg.statement.format.LineCounter;
import org.nestegg.statement.format.ReadStatement;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.TooManyRowsException;
import org.nestegg.statement.format.UnreadableException;
import org.nestegg.statement.format.WarningCode;

/** What a file of MT940 says, as its fields and lines come. */
final class Mt940Content {

    private static final Pattern BALANCE =
            Pattern.compile("\\s*+([CD])\\s*+(\\d{2})(\\d{2})(\\d{2})\\s*+([A-Z]{3})\\s*+([0-9.,]++)");

    private final String text;
    private final Reading reading;
    private final LineCounter lines;

    /** The field that lines go on, what it says so far, and the row that it belongs to. */
    private String tag = "";

    private final StringBuilder value = new StringBuilder();
    private Mt940Row row;

    private final List<Entry> rows = new ArrayList<>();
    private String number;
    private String currency;
    private LocalDate from;
    private LocalDate to;
    private BigDecimal opening;
    private BigDecimal closing;

    /** Whether there is something that no closing balance has ended. */
    private boolean open;

    Mt940Content(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
        lines = new LineCounter(text);
    }

    /** A field begins: its line, its value in that, and the line's end. */
    void field(String name, int line, int begin, int end) {
        endField();
        if (!name.equals("86")) {
            endRow(line);
        }
        if (name.equals("20")) {
            endStatement();
            number = null;
            currency = null;
        } else if (name.equals("61")) {
            open = true;
            row = new Mt940Row(lines.at(line), line, end);
        }
        tag = name;
        value.append(text, begin, end);
    }

    /** A line goes on what has begun. */
    void more(int begin, int end) {
        if (tag.equals("61") || tag.equals("86")) {
            value.append('\n').append(text, begin, end);
        }
    }

    void endMessage(int end) {
        endField();
        endRow(end);
    }

    void finish() {
        if (row != null && tag.equals("61")) {
            row.breakOff(text.length());
        }
        endMessage(text.length());
        endStatement();
        if (open) {
            reading.warn(WarningCode.CUT_SHORT, null);
        }
    }

    private void endField() {
        String said = value.toString();
        value.setLength(0);
        switch (tag) {
            case "25", "25P" -> {
                endStatement();
                number = Mt940Account.number(said);
            }
            case "60F", "60M" -> opening(said);
            case "61" -> row.say(said);
            case "62F", "62M" -> closing(said);
            case "86" -> {
                if (row != null) {
                    row.explain(said);
                }
            }
            default -> {
                // References of messages, numbers of pages and forecasts are of no use here.
            }
        }
        tag = "";
    }

    private void opening(String said) {
        Matcher balance = BALANCE.matcher(said);
        if (balance.lookingAt()) {
            if (currency != null && !currency.equals(balance.group(5))) {
                endStatement();
            }
            currency = balance.group(5);
            opening = opening == null ? amount(balance) : opening;
            from = from == null ? day(balance) : from;
            open = true;
        }
    }

    private void closing(String said) {
        Matcher balance = BALANCE.matcher(said);
        if (balance.lookingAt() && (currency == null || currency.equals(balance.group(5)))) {
            currency = balance.group(5);
            closing = amount(balance);
            to = day(balance);
            open = false;
            endStatement();
        }
    }

    private static BigDecimal amount(Matcher balance) {
        try {
            BigDecimal amount = Amounts.plain(balance.group(6));
            return balance.group(1).equals("D") ? amount.negate() : amount;
        } catch (UnreadableException _) {
            return null;
        }
    }

    private static LocalDate day(Matcher balance) {
        try {
            return Days.of(
                    Integer.parseInt(balance.group(2)),
                    Integer.parseInt(balance.group(3)),
                    Integer.parseInt(balance.group(4)),
                    new Reading(),
                    0,
                    "");
        } catch (UnreadableException _) {
            return null;
        }
    }

    private void endRow(int end) {
        if (row != null) {
            rows.add(row.entry(text, end, reading));
            row = null;
            if (rows.size() > Reading.MAX_ROWS) {
                throw new TooManyRowsException();
            }
        }
    }

    /** Hands over what has come. Only now the currency is known: it stands with the balances, perhaps with the last alone. */
    private void endStatement() {
        if (!rows.isEmpty() || opening != null || closing != null) {
            ReadStatement statement = reading.statement(number, currency);
            statement.opening(opening);
            rows.forEach(entry -> reading.add(statement, entry));
            if (closing != null) {
                statement.closing(closing);
            }
            statement.period(from, to);
        }
        rows.clear();
        opening = null;
        closing = null;
        from = null;
        to = null;
    }
}

package org.nestegg.statement.format.camt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestegg.statement.format.Amounts;
import org.nestegg.statement.format.Days;
import org.nestegg.statement.format.Entry;
import org.nestegg.statement.format.LineCounter;
import org.nestegg.statement.format.ReadStatement;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.RowError;
import org.nestegg.statement.format.RowFault;
import org.nestegg.statement.format.UnreadableException;
import org.nestegg.statement.format.Words;

/** One {@code Stmt}, {@code Rpt} or {@code Ntfctn}, as its parts come. */
final class CamtStatement {

    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?!\\d).*+");

    /** The booked balances; there are expected and available ones, too. */
    private static final Set<String> OPENING = Set.of("OPBD", "PRCD");

    private static final Set<String> CLOSING = Set.of("CLBD");

    private final String text;
    private final LineCounter lines;
    private final Reading reading;
    private final CamtEntries entries;
    private final Map<String, XmlNode> balances = new LinkedHashMap<>();

    /** What it says of the account and of the period, as it comes. */
    private XmlNode account;

    private XmlNode period;
    private ReadStatement statement;

    CamtStatement(String text, LineCounter lines, Reading reading) {
        this.text = text;
        this.lines = lines;
        this.reading = reading;
        entries = new CamtEntries(text, lines, reading);
    }

    void take(XmlNode part) {
        switch (part.name) {
            case "Acct" -> account = part;
            case "FrToDt" -> period = part;
            case "Bal" -> balance(part);
            case "Ntry" -> entries.of(part).forEach(this::add);
            default -> {
                // Nothing that a statement has here is needed besides.
            }
        }
    }

    /** The first opening balance and the last closing one count: pages have some of their own. */
    private void balance(XmlNode balance) {
        String type = balance.text("Tp", "CdOrPrtry", "Cd");
        if (type != null && balance.find("Amt") != null && !(OPENING.contains(type) && balances.containsKey(type))) {
            balances.put(type, balance);
        }
    }

    private void add(Entry entry) {
        ReadStatement to = statement(entry.currency);
        if (to.currency != null && to.currency.equals(entry.currency)) {
            entry.currency = null;
        }
        reading.add(to, entry);
    }

    /** The statement that rows go to: where nothing else names a currency, each row's own. */
    private ReadStatement statement(String rows) {
        if (statement == null || currency() == null) {
            String named = currency() == null ? rows : currency();
            statement = reading.statement(number(), named);
            statement.opening(amount(OPENING));
        }
        return statement;
    }

    private String number() {
        if (account == null) {
            return null;
        }
        String iban = account.text("Id", "IBAN");
        return iban == null ? account.text("Id", "Othr", "Id") : iban;
    }

    private String currency() {
        if (account != null && account.text("Ccy") != null) {
            return account.text("Ccy");
        }
        XmlNode balance = first(OPENING) == null ? first(CLOSING) : first(OPENING);
        if (balance == null) {
            balance = balances.values().stream().findFirst().orElse(null);
        }
        return balance == null ? null : balance.find("Amt").currency;
    }

    void finish() {
        ReadStatement last = statement == null ? statement(null) : statement;
        BigDecimal closing = amount(CLOSING);
        if (closing != null) {
            last.closing(closing);
        }
        last.period(day(period, "Fr", first(OPENING)), day(period, "To", first(CLOSING)));
    }

    /**
     * Ends it where the file breaks off.
     *
     * @param row where a row begins that has no end; less than 0 if there is none
     */
    void breakOff(int row) {
        if (row >= 0) {
            Entry entry = new Entry(lines.at(row), Words.source(text, row, text.length()));
            entry.faults.add(RowFault.of(RowError.UNREADABLE_ROW));
            reading.add(statement == null ? statement(null) : statement, entry);
        }
        finish();
    }

    private XmlNode first(Set<String> types) {
        return types.stream()
                .sorted()
                .map(balances::get)
                .filter(balance -> balance != null)
                .findFirst()
                .orElse(null);
    }

    /** A balance in the account's currency, with its sign; null if there is none that can be read. */
    private BigDecimal amount(Set<String> types) {
        XmlNode balance = first(types);
        if (balance == null || currency() == null || !currency().equals(balance.find("Amt").currency)) {
            return null;
        }
        try {
            BigDecimal amount = Amounts.plain(balance.text("Amt"));
            return "DBIT".equals(balance.text("CdtDbtInd")) ? amount.negate() : amount;
        } catch (UnreadableException _) {
            return null;
        }
    }

    /** A day of the period, or else that of a balance; null if there is none that can be read. */
    private LocalDate day(XmlNode of, String end, XmlNode balance) {
        String said = of == null ? null : either(of, end + "DtTm", end + "Dt");
        if (said == null && balance != null) {
            said = balance.find("Dt") == null ? null : either(balance.find("Dt"), "Dt", "DtTm");
        }
        try {
            return said == null ? null : day(said, new Reading(), 0);
        } catch (UnreadableException _) {
            return null;
        }
    }

    private static String either(XmlNode node, String first, String second) {
        return node.text(first) == null ? node.text(second) : node.text(first);
    }

    /** A day of ISO 8601; the time of day and its zone are left out: the day counts as the bank has it. */
    static LocalDate day(String text, Reading reading, int line) throws UnreadableException {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            throw new UnreadableException(RowError.UNREADABLE_DATE, text);
        }
        return Days.of(
                Integer.parseInt(day.group(1)),
                Integer.parseInt(day.group(2)),
                Integer.parseInt(day.group(3)),
                reading,
                line,
                text);
    }
}

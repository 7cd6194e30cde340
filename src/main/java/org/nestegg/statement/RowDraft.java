package org.nestegg.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.money.Currencies;
import org.nestegg.platform.input.Text;
import org.nestegg.statement.format.Entry;
import org.nestegg.statement.format.References;
import org.nestegg.statement.format.RowError;
import org.nestegg.statement.format.RowFault;
import org.nestegg.transaction.BankText;
import org.nestegg.transaction.Transaction;

/** Makes of what a bank says what can be recorded: texts as they are kept, and all that keeps a row from being recorded. */
final class RowDraft {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final int MAX_INTEGER_DIGITS = 13;
    private static final int MAX_DECIMALS = 4;

    /** What a row is called that says nothing of itself. */
    private static final String NAMELESS = "–";

    private RowDraft() {}

    /**
     * The row of an entry.
     *
     * @param statement the statement that it is of, with the account that it goes to
     * @param index where that stands among the plan's
     */
    static PlanRow of(Entry entry, PlannedStatement statement, int index, int number) {
        PlanRow row = new PlanRow();
        row.row = number;
        row.statement = index;
        row.line = entry.line;
        row.source = clean(entry.source, true);
        row.date = entry.date;
        row.pending = entry.pending;
        row.errors.addAll(entry.faults);
        row.accountId = statement.accountId();
        row.reference = Optional.ofNullable(entry.reference)
                .map(reference -> References.of(clean(reference, false)))
                .orElse(null);
        describe(row, entry);
        row.currency = currency(row, entry.currency, statement);
        row.amount = amount(row, entry.amount);
        if (row.date != null && !isPlausible(row.date)) {
            row.errors.add(RowFault.of(RowError.DATE_OUT_OF_RANGE, row.date.toString()));
        }
        return row;
    }

    private static boolean isPlausible(LocalDate date) {
        return !date.isBefore(FIRST_DAY)
                && !date.isAfter(LocalDate.now(ZoneOffset.UTC).plusYears(1));
    }

    /** A text that is too long to be one goes to the notes as a whole. */
    private static void describe(PlanRow row, Entry entry) {
        String whole = clean(entry.description, false);
        row.category = cut(clean(entry.category, false), Transaction.MAX_CATEGORY);
        String notes = clean(entry.notes, true);
        boolean fits = Text.length(whole) <= Transaction.MAX_DESCRIPTION;
        row.description = Stream.of(
                        cut(whole, Transaction.MAX_DESCRIPTION), firstLine(notes), row.category, row.reference)
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> cut(text, Transaction.MAX_DESCRIPTION))
                .orElse(NAMELESS);
        String more = Stream.of(fits ? "" : whole, notes)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        row.notes = more.isEmpty() ? null : cut(more, Transaction.MAX_NOTES);
        row.category = row.category.isEmpty() ? null : row.category;
        row.text = BankText.normal(whole.isEmpty() ? row.description : whole);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    /** The currency of the row, which must be that of the account. */
    private static String currency(PlanRow row, String named, PlannedStatement statement) {
        String code = Optional.ofNullable(named).map(CurrencyCodes::today).orElse(statement.currency());
        if (Currencies.of(code).isEmpty()) {
            row.errors.add(RowFault.of(RowError.UNKNOWN_CURRENCY, code));
            return null;
        }
        if (statement.accountCurrency() != null && !statement.accountCurrency().equals(code)) {
            row.errors.add(RowFault.of(RowError.OTHER_CURRENCY, code, statement.accountCurrency()));
        }
        return code;
    }

    private static BigDecimal amount(PlanRow row, BigDecimal read) {
        if (read == null) {
            return null;
        }
        BigDecimal amount = read.stripTrailingZeros();
        if (amount.scale() < 0) {
            amount = amount.setScale(0);
        }
        int decimals = row.currency == null
                ? MAX_DECIMALS
                : Currency.getInstance(row.currency).getDefaultFractionDigits();
        if (amount.signum() == 0) {
            row.errors.add(RowFault.of(RowError.ZERO_AMOUNT));
        } else if (amount.scale() > decimals) {
            row.errors.add(RowFault.of(
                    RowError.TOO_MANY_DECIMALS, amount.toPlainString(), row.currency == null ? "" : row.currency));
        } else if (amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            row.errors.add(RowFault.of(RowError.TOO_MANY_DIGITS, amount.toPlainString()));
            return null;
        }
        return amount.scale() > MAX_DECIMALS ? null : amount;
    }

    /** As texts are kept: what cannot be in one is a space. */
    private static String clean(String text, boolean lines) {
        if (text == null) {
            return "";
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(point -> {
            boolean control =
                    Character.getType(point) == Character.CONTROL || Character.getType(point) == Character.SURROGATE;
            boolean kept = lines && (point == '\n' || point == '\t');
            clean.appendCodePoint(control && !kept ? ' ' : point);
        });
        String spaced = lines ? clean.toString() : clean.toString().replaceAll("\\s{2,}", " ");
        return Text.normalize(spaced);
    }

    private static String cut(String text, int most) {
        return Text.length(text) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }
}

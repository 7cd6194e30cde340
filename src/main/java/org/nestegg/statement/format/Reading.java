package org.nestegg.statement.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What readers find in a file, put together as they go: one statement for each account number and currency. */
public final class Reading {

    /** A file has no more. */
    public static final int MAX_ROWS = 20_000;

    /** As many as somebody has accounts. */
    private static final int MAX_STATEMENTS = 500;

    /** So many warnings are kept; whoever has more has something else to mend. */
    private static final int MAX_WARNINGS = 100;

    /** What is longer is no number of an account. */
    private static final int MAX_NUMBER = 100;

    private static final int MAX_CURRENCY = 20;

    private final Map<Key, ReadStatement> statements = new LinkedHashMap<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private Layout layout;
    private int rows;

    /**
     * The statement of an account in a currency: the one that there is, or a new one.
     *
     * @param number null where the file does not name it; spaces are left out
     * @param currency null where the file does not name it
     * @throws TooManyRowsException if there are more statements than somebody has accounts
     */
    public ReadStatement statement(String number, String currency) {
        Key key = new Key(compact(number), capitals(currency));
        ReadStatement statement =
                statements.computeIfAbsent(key, added -> new ReadStatement(added.number(), added.currency()));
        if (statements.size() > MAX_STATEMENTS) {
            throw new TooManyRowsException();
        }
        return statement;
    }

    private static String compact(String number) {
        String compact = number == null ? "" : number.replaceAll("\\s", "");
        return compact.isEmpty() || compact.length() > MAX_NUMBER ? null : compact;
    }

    private static String capitals(String currency) {
        return currency == null || currency.isBlank()
                ? null
                : Words.cut(currency.strip(), MAX_CURRENCY).toUpperCase(Locale.ROOT);
    }

    /**
     * Adds a row.
     *
     * @throws TooManyRowsException if there are more than {@link #MAX_ROWS}
     */
    public void add(ReadStatement statement, Entry entry) {
        if (++rows > MAX_ROWS) {
            throw new TooManyRowsException();
        }
        statement.entries.add(entry);
    }

    /** @param line from 1; null where it is about the whole file */
    public void warn(WarningCode code, Integer line, String... arguments) {
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(new Warning(code, line, List.of(arguments)));
        }
    }

    /** Asks what the file leaves open; it cannot be recorded before it is answered. */
    public void ask(QuestionCode code, List<String> choices) {
        questions.add(new Question(code, List.copyOf(choices)));
    }

    /** Says how the file was read, where there is a choice. */
    public void layout(Layout found) {
        layout = found;
    }

    public List<ReadStatement> statements() {
        return List.copyOf(statements.values());
    }

    public List<Warning> warnings() {
        return warnings;
    }

    public List<Question> questions() {
        return questions;
    }

    /** How the file was read; null where there is no choice. */
    public Layout layout() {
        return layout;
    }

    private record Key(String number, String currency) {}
}

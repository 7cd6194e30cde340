package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.nestegg.statement.StatementFormat;

/** Reads what tests give it, and shows what has been found a line for each row. */
public final class Shown {

    private Shown() {}

    public static FileText fixture(String name) throws IOException {
        try (InputStream file = Shown.class.getResourceAsStream("/statements/" + name)) {
            return FileText.of(file.readAllBytes());
        }
    }

    public static Reading read(StatementFormat format, String text) {
        return read(format, new FileText(text, "UTF-8", false), Layout.EMPTY);
    }

    public static Reading read(StatementFormat format, FileText file, Layout answers) {
        assertTrue(format.reader().recognises(file), file.head());
        Reading reading = new Reading();
        format.reader().read(file, answers, reading);
        return reading;
    }

    /** Each statement: number, currency, period, balances. */
    public static List<String> statements(Reading reading) {
        return reading.statements().stream()
                .map(found ->
                        line(found.number, found.currency, found.from + "/" + found.to, found.opening, found.closing))
                .toList();
    }

    /** Each row: line, day, amount, currency if it has its own, reference, texts, category; and what is wrong with it. */
    public static List<String> rows(Reading reading) {
        List<String> rows = new ArrayList<>();
        for (ReadStatement statement : reading.statements()) {
            for (Entry entry : statement.entries) {
                String row = line(
                        entry.line,
                        entry.date,
                        entry.amount,
                        entry.currency,
                        entry.reference,
                        entry.description,
                        entry.notes,
                        entry.category);
                String faults = String.join(
                        " ",
                        entry.faults.stream()
                                .map(fault -> fault.code().code() + fault.arguments())
                                .toList());
                rows.add(row + (entry.pending ? " pending" : "") + (faults.isEmpty() ? "" : " " + faults));
            }
        }
        return rows;
    }

    public static List<String> warnings(Reading reading) {
        return reading.warnings().stream()
                .map(warning -> warning.code().code() + (warning.line() == null ? "" : " " + warning.line()))
                .toList();
    }

    private static String line(Object... parts) {
        List<String> shown = new ArrayList<>();
        for (Object part : parts) {
            shown.add(Objects.toString(part, "").replace("\n", "\\n"));
        }
        return String.join("|", shown).replaceFirst("\\|+$", "");
    }
}

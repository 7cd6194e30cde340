package org.nestegg.statement.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.nestegg.statement.format.Layout.Columns;

/** What a reading has, as lines that can be compared. */
final class CsvLines {

    private CsvLines() {}

    static List<String> lines(Reading reading) {
        List<String> lines = new ArrayList<>();
        lines.add("layout " + layout(reading.layout()));
        reading.questions().forEach(question -> lines.add("question " + question.code() + " " + question.choices()));
        reading.warnings()
                .forEach(warning ->
                        lines.add("warning " + warning.code() + " " + warning.line() + " " + warning.arguments()));
        for (ReadStatement statement : reading.statements()) {
            lines.add("account " + statement.number + " " + statement.currency + ", from " + statement.opening + " to "
                    + statement.closing);
            statement.entries.forEach(entry -> lines.add(entry(entry)));
        }
        return lines;
    }

    private static String layout(Layout layout) {
        Columns columns = layout.columns();
        return ("\t".equals(layout.delimiter()) ? "tab" : layout.delimiter()) + " header " + layout.headerRow()
                + " date "
                + columns.date() + " description " + columns.description() + " amount " + columns.amount() + " debit "
                + columns.debit() + " credit " + columns.credit() + " sign " + columns.sign() + " currency "
                + columns.currency() + " reference " + columns.reference() + " category " + columns.category()
                + " notes "
                + columns.notes() + " decimal " + layout.decimal() + " " + layout.dateFormat() + " "
                + layout.spending();
    }

    private static String entry(Entry entry) {
        List<String> parts = new ArrayList<>(List.of(
                String.valueOf(entry.line),
                String.valueOf(entry.date),
                entry.amount == null ? "null" : entry.amount.toPlainString(),
                String.valueOf(entry.currency),
                entry.description.replace("\n", "\\n")));
        parts.add(entry.reference == null ? null : "reference " + entry.reference);
        parts.add(entry.category == null ? null : "category " + entry.category);
        parts.add(entry.notes == null ? null : "notes " + entry.notes);
        parts.add(entry.pending ? "pending" : null);
        entry.faults.forEach(fault -> parts.add(fault.code() + " " + fault.arguments()));
        return parts.stream().filter(Objects::nonNull).collect(Collectors.joining(" | "));
    }
}

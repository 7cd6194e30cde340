package org.nestegg.statement.format.csv;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.nestegg.statement.format.csv.CsvHeadings.Match;

/** The columns of a body, counted from 1: what their headings say, and what is in them. */
final class CsvGrid {

    private final CsvBody body;
    private final List<Match> matches;
    private final List<CsvContent> contents;

    CsvGrid(CsvBody body) {
        this.body = body;
        matches = columns()
                .mapToObj(column -> CsvHeadings.match(body.heading(column)))
                .toList();
        contents = columns()
                .mapToObj(column -> CsvContent.of(body.samples(), column))
                .toList();
    }

    IntStream columns() {
        return IntStream.rangeClosed(1, body.width());
    }

    CsvBody body() {
        return body;
    }

    CsvContent content(int column) {
        return contents.get(column - 1);
    }

    /** What the heading says; null if nothing. */
    CsvRole role(int column) {
        Match match = matches.get(column - 1);
        return match == null ? null : match.role();
    }

    int rank(int column) {
        return matches.get(column - 1).rank();
    }

    /** The columns of a role, the likeliest first. */
    List<Integer> of(CsvRole role) {
        return columns()
                .filter(column -> role(column) == role)
                .boxed()
                .sorted(Comparator.comparingInt(this::rank))
                .toList();
    }

    /** The columns of a role with such content, or with none, the likeliest first. */
    List<Integer> of(CsvRole role, Predicate<CsvContent> fitting) {
        return of(role).stream()
                .filter(column -> content(column).isEmpty() || fitting.test(content(column)))
                .toList();
    }

    /** The columns of which headings say nothing that gainsays an amount, a flag or a code. */
    List<Integer> unsaid(Predicate<CsvContent> fitting) {
        return columns()
                .filter(column -> role(column) == null || role(column) == CsvRole.KIND)
                .filter(column -> fitting.test(content(column)))
                .boxed()
                .toList();
    }

    /** The column of some that stands next to another, first after it; else the first of them; null if there is none. */
    static Integer beside(List<Integer> columns, Integer other) {
        if (other != null && columns.contains(other + 1)) {
            return other + 1;
        }
        if (other != null && columns.contains(other - 1)) {
            return other - 1;
        }
        return columns.isEmpty() ? null : columns.getFirst();
    }

    /** Whether any amount of a column is below zero, in whatever row. */
    boolean hasNegatives(int column) {
        return body.rows().stream().anyMatch(row -> CsvAmount.isNegative(row.cell(column)));
    }

    /** The amounts of those rows that show what columns are; null where there is none. */
    List<BigDecimal> amounts(int column, char decimal) {
        return body.samples().stream()
                .map(row -> CsvAmount.parsed(row.cell(column), decimal))
                .toList();
    }
}

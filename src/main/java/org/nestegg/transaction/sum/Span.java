package org.nestegg.transaction.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Some days, both included. */
record Span(LocalDate first, LocalDate last) {

    /** The whole months that lie in one of some times that follow one another. */
    static List<Span> months(Spending.Question question) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < question.begins().size(); i++) {
            LocalDate first = wholeMonthFrom(question.begins().get(i));
            LocalDate end = question.end(i).withDayOfMonth(1);
            if (first.isBefore(end)) {
                add(spans, new Span(first, end.minusDays(1)));
            }
        }
        return spans;
    }

    /** The first day of the first month that is whole from a day on. */
    static LocalDate wholeMonthFrom(LocalDate day) {
        return day.getDayOfMonth() == 1 ? day : day.withDayOfMonth(1).plusMonths(1);
    }

    /** What of a span is in none of some others that lie in it, in order. */
    List<Span> without(List<Span> others) {
        List<Span> rest = new ArrayList<>();
        LocalDate next = first;
        for (Span other : others) {
            if (next.isBefore(other.first)) {
                rest.add(new Span(next, other.first.minusDays(1)));
            }
            next = other.last.plusDays(1);
        }
        if (!next.isAfter(last)) {
            rest.add(new Span(next, last));
        }
        return rest;
    }

    /** The days of all of them, each once. */
    static List<Span> union(List<Span> spans) {
        List<Span> union = new ArrayList<>();
        spans.stream().sorted(Comparator.comparing(Span::first)).forEach(span -> add(union, span));
        return union;
    }

    /** Adds one that does not begin before the last; where it goes on from that, they become one. */
    private static void add(List<Span> spans, Span span) {
        if (spans.isEmpty() || spans.getLast().last.plusDays(1).isBefore(span.first)) {
            spans.add(span);
        } else {
            Span before = spans.removeLast();
            spans.add(new Span(before.first, before.last.isAfter(span.last) ? before.last : span.last));
        }
    }

    /** As PostgreSQL writes a multirange. */
    static String text(List<Span> spans) {
        return spans.stream()
                .map(span -> "[" + span.first + "," + span.last + "]")
                .collect(Collectors.joining(",", "{", "}"));
    }
}

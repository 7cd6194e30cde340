package org.nestegg.statement.format.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.statement.format.DateOrder;

/**
 * In which order days are written, by all days of a file.
 *
 * @param dateOrder the one to read by; null if there is no day
 * @param open those among which only a person can choose; empty where it is certain
 */
record DateVote(DateOrder dateOrder, List<DateOrder> open) {

    /**
     * @param dates those that are to be read
     * @param others those of other columns, which count where the first leave it open: a bank writes all of its days alike
     */
    static DateVote of(List<CsvDate> dates, List<CsvDate> others) {
        DateVote vote = of(dates);
        if (vote.open.isEmpty()) {
            return vote;
        }
        boolean longYear = dates.stream().anyMatch(CsvDate::longYearLast);
        DateVote all = of(Stream.concat(dates.stream(), others.stream().filter(date -> date.longYearLast() == longYear))
                .toList());
        return all.open.isEmpty() && vote.open.contains(all.dateOrder) ? all : vote;
    }

    static DateVote of(List<CsvDate> dates) {
        List<CsvDate> unsaid =
                dates.stream().filter(date -> date.written() == null).toList();
        if (unsaid.isEmpty()) {
            return new DateVote(usual(dates), List.of());
        }
        Map<DateOrder, Long> fits = counted(unsaid.stream().flatMap(date -> date.orders().stream()));
        long most = fits.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<DateOrder> best = new ArrayList<>(fits.keySet());
        best.removeIf(order -> fits.get(order) < most);
        DateOrder first = best.getFirst();
        boolean same = best.stream().allMatch(order -> unsaid.stream().allMatch(date -> date.isSame(first, order)));
        return new DateVote(first, same ? List.of() : List.copyOf(best));
    }

    /** What is written most often where each day shows its own order. */
    private static DateOrder usual(List<CsvDate> dates) {
        return counted(dates.stream().map(CsvDate::written)).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static Map<DateOrder, Long> counted(Stream<DateOrder> orders) {
        return orders.collect(
                Collectors.groupingBy(order -> order, () -> new EnumMap<>(DateOrder.class), Collectors.counting()));
    }
}

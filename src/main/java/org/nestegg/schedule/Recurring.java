package org.nestegg.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what comes again in what has been recorded: of the same account, currency, direction and text, of about the same amount, and at
 * least three times in a row, the last of them not long ago. The same transactions on the same day make the same series.
 */
final class Recurring {

    /** Of so many times one may be out of the rhythm. */
    private static final int STRICTNESS = 3;

    /** What is less sure is not worth proposing. */
    private static final BigDecimal UNSURE = new BigDecimal("0.40");

    /** What costs so much more, in the order of amounts, is something else. */
    private static final BigDecimal STEP = new BigDecimal("1.2");

    /** So many of the newest are tried as the last of a series: what comes after it by chance does not hide it. */
    private static final int LAST_ONES = 3;

    private static final Comparator<PastTransaction> NEWEST_FIRST = Comparator.comparing(PastTransaction::date)
            .thenComparing(transaction -> transaction.amount().abs())
            .thenComparing(PastTransaction::id)
            .reversed();

    /** The surest first. */
    static final Comparator<Series> ORDER = Comparator.comparing(Series::confidence)
            .thenComparing(series -> series.times().size())
            .thenComparing(series -> series.last().date())
            .thenComparing(series -> series.last().id())
            .reversed();

    private final LocalDate today;

    private Recurring(LocalDate today) {
        this.today = today;
    }

    private record Group(UUID account, Currency currency, int sign, String subject) {}

    /**
     * All that there are, the surest first.
     *
     * @param past none of them after today
     */
    static List<Series> in(Collection<PastTransaction> past, LocalDate today) {
        Map<String, String> subjects = new HashMap<>();
        Map<Group, List<PastTransaction>> groups = past.stream()
                .collect(Collectors.groupingBy(transaction -> new Group(
                        transaction.accountId(),
                        transaction.currency(),
                        transaction.amount().signum(),
                        subjects.computeIfAbsent(transaction.description(), Subject::of))));
        Recurring recurring = new Recurring(today);
        return groups.values().stream()
                .flatMap(group -> byAmount(group).stream())
                .flatMap(recurring::series)
                .sorted(ORDER)
                .toList();
    }

    /** Those of about the same amount. */
    private static List<List<PastTransaction>> byAmount(List<PastTransaction> group) {
        List<List<PastTransaction>> alike = new ArrayList<>();
        BigDecimal before = null;
        for (PastTransaction transaction : group.stream()
                .sorted(Comparator.comparing(one -> one.amount().abs()))
                .toList()) {
            BigDecimal amount = transaction.amount().abs();
            if (before == null || amount.compareTo(before.multiply(STEP)) > 0) {
                alike.add(new ArrayList<>());
            }
            alike.getLast().add(transaction);
            before = amount;
        }
        return alike;
    }

    /** Of each day the first, of each day the second, and so on, since two of one day are two things. */
    private Stream<Series> series(List<PastTransaction> alike) {
        Map<LocalDate, Integer> seen = new HashMap<>();
        Map<Integer, List<PastTransaction>> layers = alike.stream()
                .sorted(NEWEST_FIRST)
                .collect(Collectors.groupingBy(
                        transaction -> seen.merge(transaction.date(), 1, Integer::sum),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return layers.values().stream().flatMap(layer -> {
            Optional<Series> found = best(layer, layer);
            // Or else there may be some of them that cost exactly the same.
            return found.isPresent()
                    ? found.stream()
                    : byExactAmount(layer).flatMap(same -> best(same, layer).stream());
        });
    }

    private static Stream<List<PastTransaction>> byExactAmount(List<PastTransaction> layer) {
        return layer.stream()
                .collect(Collectors.groupingBy(
                        transaction -> transaction.amount().stripTrailingZeros()))
                .values()
                .stream();
    }

    /**
     * The surest series of some.
     *
     * @param some one a day at most, the newest first
     * @param layer all that look like them
     */
    private Optional<Series> best(List<PastTransaction> some, List<PastTransaction> layer) {
        return some.size() < Rhythm.LEAST
                ? Optional.empty()
                : Stream.of(Rhythm.values())
                        .flatMap(rhythm -> best(rhythm, some, layer).stream())
                        // Of those that are as sure, the one that comes more often.
                        .reduce((one, other) -> other.sureness() > one.sureness() ? other : one);
    }

    private Optional<Series> best(Rhythm rhythm, List<PastTransaction> some, List<PastTransaction> layer) {
        LocalDate from = today.minusMonths(rhythm.memory);
        Map<LocalDate, PastTransaction> byDay = since(from, some)
                .collect(Collectors.toMap(
                        PastTransaction::date, transaction -> transaction, (one, _) -> one, LinkedHashMap::new));
        int alike = Math.toIntExact(since(from, layer).count());
        LocalDate lately = today.minusDays(rhythm.days * 3L / 2);
        return byDay.keySet().stream()
                .limit(LAST_ONES)
                .filter(day -> !day.isBefore(lately))
                .flatMap(day -> Beat.through(rhythm, day).stream())
                .flatMap(beat -> run(beat, byDay, alike).stream())
                .reduce((one, other) -> other.sureness() > one.sureness() ? other : one);
    }

    private static Stream<PastTransaction> since(LocalDate from, List<PastTransaction> some) {
        return some.stream().filter(transaction -> !transaction.date().isBefore(from));
    }

    /** The latest ones in a row. */
    private static Optional<Series> run(Beat beat, Map<LocalDate, PastTransaction> byDay, int alike) {
        List<PastTransaction> times = new ArrayList<>();
        for (PastTransaction time = near(beat.at(0), byDay); time != null; time = near(beat.at(-times.size()), byDay)) {
            times.add(time);
        }
        Series series = new Series(beat, times, alike);
        int least = beat.rhythm().least;
        while (series.times().size() >= least && !series.isEven()) {
            series = series.younger();
        }
        boolean likely = series.times().size() >= least
                && !isOneOfMany(series, byDay)
                && series.confidence().compareTo(UNSURE) >= 0;
        return likely ? Optional.of(series) : Optional.empty();
    }

    private static PastTransaction near(LocalDate expected, Map<LocalDate, PastTransaction> byDay) {
        return Beat.ASIDE.stream()
                .map(aside -> byDay.get(expected.plusDays(aside)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether so many like it lie between that it is regular by chance: a coffee each day comes each week, too. */
    private static boolean isOneOfMany(Series series, Map<LocalDate, PastTransaction> byDay) {
        LocalDate first = series.times().getLast().date();
        LocalDate last = series.last().date();
        long all = byDay.keySet().stream()
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .count();
        return (all - series.times().size()) * STRICTNESS > series.times().size();
    }
}

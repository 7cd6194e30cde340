package org.nestegg.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.nestegg.transaction.BankText;

/**
 * Finds what rows could be, by amount and day.
 *
 * @param rowText the text of a row, as texts are compared
 * @param fits what is asked of the two beside
 */
record Pairing<T>(
        Function<T, LocalDate> date,
        Function<T, BigDecimal> amount,
        Function<T, BankText> text,
        Function<PlanRow, BankText> rowText,
        BiPredicate<PlanRow, T> fits) {

    /** So many pairs are compared for a plan, or a few for each row. */
    private static final int PAIRS = 200_000;

    private static final int PAIRS_OF_A_ROW = 8;

    /** So many are looked at for a plan to find those that fit, where amounts need not be the same. */
    private static final int LOOKS = 10_000_000;

    /** A row with what it could be. */
    record Pair<T>(PlanRow row, T other, long days, double similarity, double score) {}

    /**
     * Rows with what has the same amount some days from them, the best pairs first; of very many, the nearest ones.
     *
     * @param most so many days
     */
    List<Pair<T>> sameAmount(List<PlanRow> rows, List<T> others, int most) {
        return pairs(rows, others, most, Pairing::plain, 2 * each(rows));
    }

    /** The same of what moves money in the same direction: how far amounts may differ, is for what {@link #fits} says. */
    List<Pair<T>> sameDirection(List<PlanRow> rows, List<T> others, int most) {
        return pairs(rows, others, most, money -> BigDecimal.valueOf(money.signum()), LOOKS / Math.max(1, rows.size()));
    }

    private static int each(List<PlanRow> rows) {
        return Math.max(PAIRS_OF_A_ROW, PAIRS / Math.max(1, rows.size()));
    }

    private List<Pair<T>> pairs(
            List<PlanRow> rows, List<T> others, int most, UnaryOperator<BigDecimal> kind, int enough) {
        Map<BigDecimal, List<T>> byKind = others.stream()
                .sorted(Comparator.comparing(date))
                .collect(Collectors.groupingBy(other -> kind.apply(amount.apply(other))));
        List<Pair<T>> pairs = new ArrayList<>();
        for (PlanRow row : rows) {
            near(row, byKind.getOrDefault(kind.apply(row.amount), List.of()), most, enough).stream()
                    .filter(other -> fits.test(row, other))
                    .limit(each(rows))
                    .forEach(other -> pairs.add(pair(row, other)));
        }
        // What scores the same stays in the order of rows.
        pairs.sort(Comparator.comparingDouble((Pair<T> pair) -> pair.score).reversed());
        return pairs;
    }

    private Pair<T> pair(PlanRow row, T other) {
        long days = days(row, date.apply(other));
        double similarity = rowText.apply(row).similarity(text.apply(other));
        return new Pair<>(row, other, days, similarity, BankText.score(days, similarity));
    }

    /**
     * Those within so many days, the nearest first; of very many, some around the row's own day.
     *
     * @param others in the order of days
     */
    private List<T> near(PlanRow row, List<T> others, int most, int enough) {
        int own = before(others, row.date);
        int from = Math.max(before(others, row.date.minusDays(most)), own - enough);
        int to = Math.min(before(others, row.date.plusDays(most + 1L)), own + enough);
        List<T> found = new ArrayList<>(others.subList(from, to));
        found.sort(Comparator.comparingLong(other -> days(row, date.apply(other))));
        return found;
    }

    /** How many are before a day. */
    private int before(List<T> others, LocalDate day) {
        int low = 0;
        int high = others.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (date.apply(others.get(middle)).isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static long days(PlanRow row, LocalDate date) {
        return Math.abs(ChronoUnit.DAYS.between(row.date, date));
    }

    /** Those that are the same are equal. */
    static BigDecimal plain(BigDecimal amount) {
        return amount.stripTrailingZeros();
    }
}

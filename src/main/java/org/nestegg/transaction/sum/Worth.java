package org.nestegg.transaction.sum;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.input.Day;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.rate.Conversion;
import org.nestegg.rate.Converted;
import org.nestegg.rate.DatedSum;
import org.nestegg.rate.UnconvertedView;
import org.nestegg.transaction.TransactionFieldError;

/**
 * What there is in all at the end of each of some intervals: what accounts were opened with, and all transactions until then, also
 * those that lie in no account.
 *
 * @param opening before the first day, by currency
 */
public record Worth(List<DatedSum> opening, List<End> ends) {

    /** Each is converted by the rate of its day: in twenty currencies, as many days as there may be. */
    private static final int MOST_BALANCES = 20_000;

    private static final String SUMS = """
            select cast(null as date), currency, sum(amount), cast(sum(n) as bigint) from (
                    select currency, opening_balance as amount, 0 as n from account where user_id = :owner
                    union all select currency, amount, n from (%s) b) o
                group by currency
            union all select date, currency, sum(amount), cast(sum(n) as bigint) from (%s) w group by date, currency
            """;

    /**
     * The end of an interval.
     *
     * @param balances by currency
     */
    public record End(LocalDate from, LocalDate to, List<DatedSum> balances) {}

    /**
     * The same in one currency.
     *
     * @param unconverted what lacks in some of it for want of a rate, with how many transactions it lacks at most
     */
    public record InOne(Converted opening, List<Balance> items, List<UnconvertedView> unconverted) {}

    /** What there is at the end of an interval, in one currency. */
    public record Balance(LocalDate from, LocalDate to, Converted balance) {}

    /**
     * That of an owner, by one statement.
     *
     * @throws ProblemException naming the interval, with {@code too-many-intervals}, if in so many currencies there are too many
     */
    public static Worth of(UUID owner, Intervals intervals) {
        Entries entries = new Entries(owner, Criteria.ofAll(), Criteria.ofAll());
        LocalDate before = intervals.from().minusDays(1);
        String sql = SUMS.formatted(entries.between(Optional.empty(), Optional.of(before)), entries.within(intervals));
        Map<Optional<LocalDate>, List<Sum>> sums = entries.query(sql, Sum::read).stream()
                .collect(Collectors.groupingBy(sum -> sum.day.map(intervals.interval()::begin)));
        SortedMap<String, Sum> there = new TreeMap<>();
        add(sums.getOrDefault(Optional.<LocalDate>empty(), List.of()), there);
        // No rate is asked for of a day before the first there is.
        List<DatedSum> opening = balances(there, before.isBefore(Day.FIRST) ? Day.FIRST : before);
        List<End> ends = new ArrayList<>();
        int balances = 0;
        for (Span span : intervals.spans()) {
            add(sums.getOrDefault(Optional.of(intervals.interval().begin(span.first())), List.of()), there);
            ends.add(new End(span.first(), span.last(), balances(there, span.last())));
            balances += ends.getLast().balances.size();
            if (balances > MOST_BALANCES) {
                throw BalanceInterval.PARAMETER.fault(TransactionFieldError.TOO_MANY_INTERVALS, ends.size());
            }
        }
        return new Worth(opening, ends);
    }

    private static void add(List<Sum> sums, SortedMap<String, Sum> there) {
        sums.forEach(sum -> there.merge(sum.currency, sum, Sum::plus));
    }

    /** What there is none of needs no rate. */
    private static List<DatedSum> balances(SortedMap<String, Sum> there, LocalDate day) {
        return there.values().stream()
                .filter(sum -> sum.amount.signum() != 0)
                .map(sum -> new DatedSum(day, Currency.getInstance(sum.currency), List.of(sum.amount), sum.count))
                .toList();
    }

    /** All that is to be converted. */
    public Stream<DatedSum> sums() {
        return Stream.concat(opening.stream(), ends.stream().flatMap(end -> end.balances.stream()));
    }

    /** In one currency, each balance by the rate of its day. */
    public InOne in(Conversion conversion) {
        Converted before = conversion.convert(opening);
        List<Balance> items = ends.stream()
                .map(end -> new Balance(end.from, end.to, conversion.convert(end.balances)))
                .toList();
        SortedMap<String, Long> unconverted = new TreeMap<>();
        Stream.concat(Stream.of(before), items.stream().map(Balance::balance))
                .flatMap(converted -> converted.unconverted().stream())
                .forEach(one -> unconverted.merge(one.currency(), one.count(), Math::max));
        return new InOne(
                before,
                items,
                unconverted.entrySet().stream()
                        .map(one -> new UnconvertedView(one.getKey(), one.getValue()))
                        .toList());
    }

    /** @param day of the interval, or of a month the first; none of what came before */
    private record Sum(Optional<LocalDate> day, String currency, BigDecimal amount, long count) {

        static Sum read(Sql.Columns row) throws SQLException {
            return new Sum(Optional.ofNullable(row.day()), row.text(), row.decimal(), row.number());
        }

        Sum plus(Sum other) {
            return new Sum(day, currency, amount.add(other.amount), count + other.count);
        }
    }
}

package org.nestegg.transaction.sum;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.account.Account;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.rate.Conversion;
import org.nestegg.rate.Converted;
import org.nestegg.rate.DatedSum;

/**
 * What lay in an account at the end of each interval of some days.
 *
 * @param target the currency that all is converted to as well, if it is
 */
record Balances(Intervals intervals, Optional<Currency> target) {

    private static final QueryParameter<LocalDate> TO =
            Intervals.TO.describedAs("The last day; that of this month, or of a later from's, if left out");

    static final List<QueryParameter<?>> PARAMETERS =
            List.of(Intervals.FROM, TO, BalanceInterval.PARAMETER, Conversion.PARAMETER);

    /**
     * Reads what is asked for.
     *
     * @param today the day whose month is this month
     * @throws ProblemException with {@code invalid-input}, also if from is after to, or for too many intervals
     */
    static Balances read(QueryReader query, LocalDate today) {
        Optional<Currency> target = query.get(Conversion.PARAMETER);
        return new Balances(Intervals.read(query, today, day -> day.with(TemporalAdjusters.lastDayOfMonth())), target);
    }

    /**
     * What an account came to.
     *
     * @param opening what lay there before the first day
     */
    record Course(BigDecimal opening, List<Balance> items) {}

    /**
     * What came and went in an interval, both days included, and what lay there at its end.
     *
     * @param converted the same in another currency, if that was asked for
     */
    record Balance(
            LocalDate from,
            LocalDate to,
            BigDecimal income,
            BigDecimal expense,
            BigDecimal transfer,
            BigDecimal balance,
            Optional<InOther> converted) {

        private Balance with(InOther other) {
            return new Balance(from, to, income, expense, transfer, balance, Optional.of(other));
        }
    }

    /**
     * What came and went, and what lay there, in another currency.
     *
     * @param moved income, expense and transfer, by the rates of their days
     * @param balance by the rate of the last day
     */
    record InOther(Converted moved, Converted balance) {}

    /** The balances of an account, from one statement. */
    Course of(Account account) {
        Criteria inAccount = Criteria.ofAll().and("account_id = :account", "account", account.id);
        Entries entries = new Entries(account.owner, inAccount, inAccount);
        String before =
                entries.between(Optional.empty(), Optional.of(intervals.from().minusDays(1)));
        boolean byDay = target.isPresent();
        String within = byDay
                ? entries.rowsBetween(Optional.of(intervals.from()), Optional.of(intervals.to()))
                : entries.within(intervals);
        // With the account's own part, all of one moment.
        List<Sum> sums = entries.query(
                "select cast(null as date), opening_balance + coalesce((select sum(amount) from (" + before
                        + ") b), 0), 0, 0, 0 from account where user_id = :owner and id = :account union all select "
                        + (byDay ? "date" : intervals.interval().key) + ", " + Entries.BY_TYPE + " from (" + within
                        + ") w group by 1",
                Sum::read);
        BigDecimal opening = sums.stream()
                .filter(sum -> sum.day == null)
                .map(Sum::total)
                .findAny()
                .orElse(BigDecimal.ZERO);
        List<Sum> moved = sums.stream().filter(sum -> sum.day != null).toList();
        List<Balance> items = items(opening, moved);
        return new Course(
                opening,
                target.map(currency -> converted(account, currency, items, moved))
                        .orElse(items));
    }

    private List<Balance> items(BigDecimal opening, List<Sum> moved) {
        Map<LocalDate, Sum> sums =
                moved.stream().collect(Collectors.toMap(sum -> begin(sum.day), Function.identity(), Sum::plus));
        List<Balance> items = new ArrayList<>();
        BigDecimal balance = opening;
        for (Span span : intervals.spans()) {
            Sum sum = sums.getOrDefault(begin(span.first()), Sum.NONE);
            balance = balance.add(sum.total());
            items.add(new Balance(
                    span.first(), span.last(), sum.income, sum.expense, sum.transfer, balance, Optional.empty()));
        }
        return items;
    }

    /** The first day of the interval that a day is in. */
    private LocalDate begin(LocalDate day) {
        return intervals.interval().begin(day);
    }

    private List<Balance> converted(Account account, Currency target, List<Balance> items, List<Sum> moved) {
        Map<LocalDate, List<DatedSum>> days = moved.stream()
                .collect(Collectors.groupingBy(
                        sum -> begin(sum.day),
                        Collectors.mapping(
                                sum -> new DatedSum(
                                        sum.day,
                                        account.currency,
                                        List.of(sum.income, sum.expense, sum.transfer),
                                        sum.count),
                                Collectors.toList())));
        Map<LocalDate, DatedSum> ends = items.stream()
                .collect(Collectors.toMap(
                        Balance::from, item -> new DatedSum(item.to, account.currency, List.of(item.balance), 0)));
        Conversion conversion = Conversion.of(
                account.owner,
                target,
                Stream.concat(days.values().stream().flatMap(List::stream), ends.values().stream())
                        .toList());
        return items.stream()
                .map(item -> item.with(new InOther(
                        conversion.convert(days.getOrDefault(begin(item.from), List.of())),
                        conversion.convert(List.of(ends.get(item.from))))))
                .toList();
    }

    /** @param day of the interval, or the interval's first; null of what came before */
    private record Sum(LocalDate day, BigDecimal income, BigDecimal expense, BigDecimal transfer, long count) {

        static final Sum NONE = new Sum(null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

        static Sum read(Sql.Columns row) throws SQLException {
            return new Sum(row.day(), row.decimal(), row.decimal(), row.decimal(), row.number());
        }

        Sum plus(Sum other) {
            return new Sum(
                    day,
                    income.add(other.income),
                    expense.add(other.expense),
                    transfer.add(other.transfer),
                    count + other.count);
        }

        BigDecimal total() {
            return income.add(expense).add(transfer);
        }
    }
}

package org.nestegg.transaction.sum;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.rate.Conversion;
import org.nestegg.rate.Converted;
import org.nestegg.rate.DatedSum;
import org.nestegg.transaction.TransactionFilter;

/**
 * What somebody's money comes to in a time, in all and in groups, in one statement and so at one moment. The database
 * adds decimals, which are exact.
 *
 * @param target the currency that all is converted to, if it is
 */
record Summary(TransactionFilter filter, Optional<SummaryGrouping> grouping, Optional<Currency> target) {

    private static final QueryParameter<SummaryGrouping> GROUP_BY = QueryParameter.choice(
            "groupBy",
            "What to break the sums down by",
            "SummaryGrouping",
            SummaryGrouping.values(),
            SummaryGrouping::code);

    static final List<QueryParameter<?>> PARAMETERS = Stream.concat(
                    TransactionFilter.OF_SUMS.stream(), Stream.of(GROUP_BY, Conversion.PARAMETER))
            .toList();

    static Summary read(QueryReader query) {
        return new Summary(TransactionFilter.ofSums(query), query.get(GROUP_BY), query.get(Conversion.PARAMETER));
    }

    /**
     * What it comes to.
     *
     * @param totals by currency
     * @param groups by key and currency
     * @param converted income, expense, transfer and balance in one currency, if that was asked for
     */
    record Result(List<Sum> totals, List<Sum> groups, Optional<Converted> converted) {}

    Result of(UUID owner) {
        Entries entries = new Entries(owner, filter.anyDay(), filter.ofMonths());
        String sums = grouping.map(by -> by == SummaryGrouping.TAG ? byTag(entries) : by(by, entries))
                .orElseGet(() -> inAll(entries(entries)));
        Map<Part, List<Sum>> parts = entries
                .query(
                        "select * from (" + sums
                                + target.map(_ -> byDay(entries)).orElse("")
                                + ") s where n > 0 order by part, key collate \"C\" nulls last, currency",
                        Sum::read)
                .stream()
                .collect(Collectors.groupingBy(Sum::part));
        return new Result(
                parts.getOrDefault(Part.TOTAL, List.of()),
                parts.getOrDefault(Part.GROUP, List.of()),
                target.map(currency -> converted(owner, currency, parts.getOrDefault(Part.DAY, List.of()))));
    }

    private static Converted converted(UUID owner, Currency target, List<Sum> days) {
        List<DatedSum> sums = days.stream()
                .map(sum -> new DatedSum(
                        LocalDate.parse(sum.key),
                        sum.currency,
                        List.of(sum.income, sum.expense, sum.transfer, sum.balance()),
                        sum.count))
                .toList();
        return Conversion.of(owner, target, sums).convert(sums);
    }

    /** For the rates of the days, at the same moment as all else. */
    private String byDay(Entries entries) {
        return " union all select 2, " + SummaryGrouping.DAY.key + ", currency, " + Entries.BY_TYPE + " from ("
                + entries.rowsBetween(filter.from(), filter.to()) + ") e group by date, currency";
    }

    private static String inAll(String entries) {
        return "select 0 as part, cast(null as text) as key, currency, " + Entries.BY_TYPE + " from (" + entries
                + ") e group by currency";
    }

    /** Read once for both. */
    private String by(SummaryGrouping by, Entries entries) {
        return "select 1 - grouping(key) as part, key, currency, " + Entries.BY_TYPE + " from (select cast(" + by.key
                + " as text) as key, e.* from (" + entries(entries)
                + ") e) e group by grouping sets ((currency), (key, currency))";
    }

    /** A transaction counts once in all, and in each group that it has the tag of. */
    private String byTag(Entries entries) {
        return inAll(entries(entries)) + " union all select 1, tag, currency, " + Entries.BY_TYPE + " from ("
                + entries.taggedBetween(filter.from(), filter.to()) + ") e group by tag, currency";
    }

    private String entries(Entries entries) {
        return isOfWholeMonths()
                ? entries.between(filter.from(), filter.to())
                : entries.rowsBetween(filter.from(), filter.to());
    }

    private boolean isOfWholeMonths() {
        return filter.isOfMonths() && grouping.map(by -> by.ofMonths).orElse(true);
    }

    /** What sums are of, in this order: everything, a group, a day. */
    private enum Part {
        TOTAL,
        GROUP,
        DAY
    }

    /**
     * The sums of one currency, in all, in a group or on a day.
     *
     * @param key the group, null for what has no category, tag or account; or the day
     */
    record Sum(
            Part part,
            String key,
            Currency currency,
            BigDecimal income,
            BigDecimal expense,
            BigDecimal transfer,
            long count) {

        private static Sum read(Sql.Columns row) throws SQLException {
            return new Sum(
                    Part.values()[(int) row.number()],
                    row.text(),
                    Currency.getInstance(row.text()),
                    row.decimal(),
                    row.decimal(),
                    row.decimal(),
                    row.number());
        }

        BigDecimal balance() {
            return income.add(expense).add(transfer);
        }
    }
}

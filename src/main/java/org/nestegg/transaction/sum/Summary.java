package org.nestegg.transaction.sum;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.transaction.TransactionFilter;

/**
 * What somebody's money comes to in a time, in all and in groups, in one statement and so at one moment. The database
 * adds decimals, which are exact.
 */
record Summary(TransactionFilter filter, Optional<SummaryGrouping> grouping) {

    private static final String SUMS = """
            coalesce(sum(amount) filter (where type = 'income'), 0) as income, \
            coalesce(sum(amount) filter (where type = 'expense'), 0) as expense, \
            coalesce(sum(amount) filter (where type = 'transfer'), 0) as transfer, cast(sum(n) as bigint) as n""";

    private static final QueryParameter<SummaryGrouping> GROUP_BY = QueryParameter.choice(
            "groupBy",
            "What to break the sums down by",
            "SummaryGrouping",
            SummaryGrouping.values(),
            SummaryGrouping::code);

    static final List<QueryParameter<?>> PARAMETERS = Stream.concat(
                    TransactionFilter.OF_SUMS.stream(), Stream.of(GROUP_BY))
            .toList();

    static Summary read(QueryReader query) {
        return new Summary(TransactionFilter.ofSums(query), query.get(GROUP_BY));
    }

    /** The sums: those in all first, by currency, then those of the groups, by key and currency. */
    List<Sum> of(UUID owner) {
        Entries entries = new Entries(owner, filter.anyDay(), filter.ofMonths());
        String sums = grouping.map(by -> by == SummaryGrouping.TAG ? byTag(entries) : by(by, entries))
                .orElseGet(() -> inAll(entries(entries)));
        return entries.query(
                "select * from (" + sums
                        + ") s where n > 0 order by total desc, key collate \"C\" nulls last, currency",
                Sum::read);
    }

    private static String inAll(String entries) {
        return "select true as total, cast(null as text) as key, currency, " + SUMS + " from (" + entries
                + ") e group by currency";
    }

    /** Read once for both. */
    private String by(SummaryGrouping by, Entries entries) {
        return "select grouping(key) = 1 as total, key, currency, " + SUMS + " from (select cast(" + by.key
                + " as text) as key, e.* from (" + entries(entries)
                + ") e) e group by grouping sets ((currency), (key, currency))";
    }

    /** A transaction counts once in all, and in each group that it has the tag of. */
    private String byTag(Entries entries) {
        return inAll(entries(entries)) + " union all select false, tag, currency, " + SUMS + " from ("
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

    /**
     * The sums of one currency, in all or in a group.
     *
     * @param key the group, null for what has no category, tag or account
     */
    record Sum(
            boolean total,
            String key,
            Currency currency,
            BigDecimal income,
            BigDecimal expense,
            BigDecimal transfer,
            long count) {

        private static Sum read(Sql.Columns row) throws SQLException {
            return new Sum(
                    row.flag(),
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

package org.nestegg.transaction.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.Sql;

/**
 * What there is to add up of an owner's transactions of some days, in SQL: of whole months the sums that are kept, and of the days
 * before and after them the rows; of a user whose sums are not whole yet, the rows of all days. Each entry has {@code date} (of a
 * month, the first), {@code account_id}, {@code currency}, {@code category}, {@code type}, {@code amount} with its sign, and
 * {@code n}, the number of transactions that it stands for.
 */
final class Entries {

    /** What they come to by type, and how many transactions that are. */
    static final String BY_TYPE = """
            coalesce(sum(amount) filter (where type = 'income'), 0) as income, \
            coalesce(sum(amount) filter (where type = 'expense'), 0) as expense, \
            coalesce(sum(amount) filter (where type = 'transfer'), 0) as transfer, cast(sum(n) as bigint) as n""";

    private static final String COLUMNS = "select date, account_id, currency, category,"
            + " transaction_type(amount, transfer_id) as type, amount, 1 as n";

    /** What has several tags is there for each, and what has none once. */
    private static final String TAGGED =
            COLUMNS + ", unnest(case when tags = '{}' then array[cast(null as varchar)] else tags end) as tag";

    private static final String SUMS = "select month as date, account_id, currency, category, type, amount,"
            + " count as n from transaction_month where user_id = :owner";

    /** Asked once for a statement. */
    private static final String SUMMED =
            "(select coalesce(bool_or(summed), false) from feed_head where user_id = :owner)";

    private final Map<String, Object> parameters = new HashMap<>();
    private final String rows;
    private final String sums;
    private int days;

    /**
     * Entries of an owner.
     *
     * @param onRows which transactions, whatever their day
     * @param onSums the same of sums
     */
    Entries(UUID owner, Criteria onRows, Criteria onSums) {
        parameters.put("owner", owner);
        parameters.putAll(onRows.parameters());
        parameters.putAll(onSums.parameters());
        rows = " from transaction where user_id = :owner and " + onRows.where();
        sums = SUMS + " and " + onSums.where();
    }

    /** Those of some days, both included; whole months by their sums. */
    String between(Optional<LocalDate> from, Optional<LocalDate> to) {
        Optional<LocalDate> begin = from.map(Span::wholeMonthFrom);
        Optional<LocalDate> end = to.map(day -> day.plusDays(1).withDayOfMonth(1));
        if (begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
            return rowsBetween(from, to);
        }
        List<String> parts = new ArrayList<>();
        parts.add(sums + bound("month >=", begin) + bound("month <", end) + " and " + SUMMED);
        parts.add(COLUMNS + rows + bound("date >=", begin) + bound("date <", end) + " and not " + SUMMED);
        if (!begin.equals(from)) {
            parts.add(COLUMNS + rows + bound("date >=", from) + bound("date <", begin));
        }
        if (!end.equals(to.map(day -> day.plusDays(1)))) {
            parts.add(COLUMNS + rows + bound("date >=", end) + bound("date <=", to));
        }
        return String.join(" union all ", parts);
    }

    /** Those of some days, both included, by their rows. */
    String rowsBetween(Optional<LocalDate> from, Optional<LocalDate> to) {
        return COLUMNS + rows + bound("date >=", from) + bound("date <=", to);
    }

    /** Those of some intervals; of months by their sums. */
    String within(Intervals intervals) {
        Optional<LocalDate> from = Optional.of(intervals.from());
        Optional<LocalDate> to = Optional.of(intervals.to());
        return intervals.interval() == BalanceInterval.MONTH ? between(from, to) : rowsBetween(from, to);
    }

    /**
     * Those of some days, both included, by their rows; but of a month that has no sum no row is looked at. For what few months have,
     * and what is told by day.
     */
    String rowsOfMonthsBetween(LocalDate from, LocalDate to) {
        Optional<LocalDate> first = Optional.of(from);
        Optional<LocalDate> last = Optional.of(to);
        return "select e.* from (select distinct date as month from ("
                + sums + bound("month >=", first.map(day -> day.withDayOfMonth(1))) + bound("month <=", last)
                + ") s where " + SUMMED + ") m cross join lateral ("
                + rowsBetween(first, last)
                + " and date >= m.month and date < cast(m.month + interval '1 month' as date) offset 0) e union all "
                + rowsBetween(first, last) + " and not " + SUMMED;
    }

    /** Those of some days, both included, by their rows, each for each of its tags, which is {@code tag}. */
    String taggedBetween(Optional<LocalDate> from, Optional<LocalDate> to) {
        return TAGGED + rows + bound("date >=", from) + bound("date <=", to);
    }

    private String bound(String comparison, Optional<LocalDate> day) {
        return day.map(value -> {
                    String name = "day" + days++;
                    parameters.put(name, value);
                    return " and " + comparison + " :" + name;
                })
                .orElse("");
    }

    /** The rows of a query over them. */
    <T> List<T> query(String sql, Sql.Mapper<T> mapper) {
        return Sql.list(sql, parameters, mapper);
    }
}

package org.nestegg.transaction.sum;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nestegg.account.Account;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.transaction.TransactionFieldError;

/** What lay in an account at the end of each interval of some days, both included. */
record Balances(LocalDate from, LocalDate to, BalanceInterval interval) {

    private static final int MAX_INTERVALS = 1000;
    private static final int DEFAULT_MONTHS = 12;

    private static final String SUMS =
            "coalesce(sum(amount) filter (where type = 'income'), 0), coalesce(sum(amount) filter (where type = 'expense'), 0),"
                    + " coalesce(sum(amount) filter (where type = 'transfer'), 0)";

    private static final QueryParameter<LocalDate> FROM =
            QueryParameter.day("from", "The first day; that of the eleventh month before that of to, if left out");
    private static final QueryParameter<LocalDate> TO =
            QueryParameter.day("to", "The last day; that of this month (UTC), or of a later from's, if left out");

    static final List<QueryParameter<?>> PARAMETERS = List.of(FROM, TO, BalanceInterval.PARAMETER);

    /**
     * Reads what is asked for.
     *
     * @throws ProblemException with {@code invalid-input}, also if from is after to, or for too many intervals
     */
    static Balances read(QueryReader query) {
        Optional<LocalDate> from = query.get(FROM);
        Optional<LocalDate> to = query.get(TO);
        BalanceInterval interval = query.get(BalanceInterval.PARAMETER).orElse(BalanceInterval.MONTH);
        query.check();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate last = to.orElseGet(() -> BalanceInterval.MONTH
                .next(BalanceInterval.MONTH.begin(from.filter(today::isBefore).orElse(today)))
                .minusDays(1));
        LocalDate first = from.orElseGet(() -> BalanceInterval.MONTH.begin(last).minusMonths(DEFAULT_MONTHS - 1L));
        if (first.isAfter(last)) {
            throw fault(FROM, TransactionFieldError.FROM_AFTER_TO);
        }
        if (interval.count(first, last) > MAX_INTERVALS) {
            throw fault(BalanceInterval.PARAMETER, TransactionFieldError.TOO_MANY_INTERVALS, MAX_INTERVALS);
        }
        return new Balances(first, last, interval);
    }

    private static ProblemException fault(
            QueryParameter<?> parameter, TransactionFieldError fault, Object... arguments) {
        return ProblemException.invalid(List.of(FieldError.ofParameter(parameter.name(), fault, arguments)));
    }

    /**
     * What an account came to.
     *
     * @param opening what lay there before the first day
     */
    record Course(BigDecimal opening, List<Balance> items) {}

    /** What came and went in an interval, both days included, and what lay there at its end. */
    record Balance(
            LocalDate from,
            LocalDate to,
            BigDecimal income,
            BigDecimal expense,
            BigDecimal transfer,
            BigDecimal balance) {}

    /** The balances of an account, from one statement. */
    Course of(Account account) {
        Criteria inAccount = Criteria.ofAll().and("account_id = :account", "account", account.id);
        Entries entries = new Entries(account.owner, inAccount, inAccount);
        String before = entries.between(Optional.empty(), Optional.of(from.minusDays(1)));
        String within = interval == BalanceInterval.MONTH
                ? entries.between(Optional.of(from), Optional.of(to))
                : entries.rowsBetween(Optional.of(from), Optional.of(to));
        Map<LocalDate, Sum> sums = new HashMap<>();
        // With the account's own part, all of one moment.
        entries.query(
                        "select cast(null as date), opening_balance + coalesce((select sum(amount) from (" + before
                                + ") b), 0), 0, 0 from account where user_id = :owner and id = :account union all select "
                                + interval.key + ", " + SUMS + " from (" + within + ") w group by 1",
                        Sum::read)
                .forEach(sum -> sums.put(sum.begin, sum));
        BigDecimal opening = sums.getOrDefault(null, Sum.NONE).total();
        return new Course(opening, items(opening, sums));
    }

    private List<Balance> items(BigDecimal opening, Map<LocalDate, Sum> sums) {
        List<Balance> items = new ArrayList<>();
        BigDecimal balance = opening;
        for (LocalDate begin = interval.begin(from); !begin.isAfter(to); begin = interval.next(begin)) {
            Sum sum = sums.getOrDefault(begin, Sum.NONE);
            balance = balance.add(sum.total());
            items.add(new Balance(
                    begin.isBefore(from) ? from : begin,
                    interval.next(begin).isAfter(to) ? to : interval.next(begin).minusDays(1),
                    sum.income,
                    sum.expense,
                    sum.transfer,
                    balance));
        }
        return items;
    }

    /** @param begin of the interval; null of what came before */
    private record Sum(LocalDate begin, BigDecimal income, BigDecimal expense, BigDecimal transfer) {

        static final Sum NONE = new Sum(null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        static Sum read(Sql.Columns row) throws SQLException {
            return new Sum(row.day(), row.decimal(), row.decimal(), row.decimal());
        }

        BigDecimal total() {
            return income.add(expense).add(transfer);
        }
    }
}

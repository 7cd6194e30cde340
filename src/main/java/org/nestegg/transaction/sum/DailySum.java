package org.nestegg.transaction.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.nestegg.platform.database.Sql;

/**
 * What came and went on a day, of a currency and a category together.
 *
 * @param category null for none
 * @param amount with its sign
 * @param count of how many transactions
 */
public record DailySum(LocalDate date, Currency currency, String category, BigDecimal amount, long count) {

    private static final String SUMS = """
            select date, currency, category, sum(amount), count(*) from transaction t
                where user_id = :owner and date between :from and :to and %s
                    and (date > :today or schedule_id is null and not (lower(t.description) in (select unnest(cast(:texts as text[]))) and exists (
                        select from unnest(cast(:texts as text[]), cast(:least as numeric[]), cast(:most as numeric[]),
                                cast(:accounts as uuid[])) k (text, least, most, account)
                            where lower(t.description) = k.text and t.amount between k.least and k.most
                                and t.account_id is not distinct from k.account)))
                group by date, currency, category
            """;

    /**
     * What is like something that a schedule posts.
     *
     * @param least the least amount, with its sign
     * @param account null for none
     */
    public record Likeness(String description, BigDecimal least, BigDecimal most, UUID account) {}

    /**
     * Those of some days, both included, by one statement and in no order, which would cost a sort: until today without what schedules
     * have posted and what is like it, after today of all that is recorded.
     */
    public static List<DailySum> between(
            Scope scope, LocalDate from, LocalDate today, LocalDate to, Collection<Likeness> scheduled) {
        Map<String, Object> parameters = scope.parameters();
        parameters.put("from", from);
        parameters.put("today", today);
        parameters.put("to", to);
        parameters.put(
                "texts",
                scheduled.stream()
                        .map(like -> like.description().toLowerCase(Locale.ROOT))
                        .toList());
        parameters.put("least", scheduled.stream().map(Likeness::least).toList());
        parameters.put("most", scheduled.stream().map(Likeness::most).toList());
        parameters.put("accounts", scheduled.stream().map(Likeness::account).toList());
        return Sql.list(
                SUMS.formatted(scope.ofTransactions().where()),
                parameters,
                row -> new DailySum(
                        row.day(), Currency.getInstance(row.text()), row.text(), row.decimal(), row.number()));
    }
}

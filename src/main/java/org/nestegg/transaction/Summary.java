package org.nestegg.transaction;

import io.quarkus.hibernate.orm.panache.Panache;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/**
 * What somebody's money comes to in a time, in all and in groups, in one statement and so at one moment. The database
 * adds decimals, which are exact.
 */
record Summary(Optional<LocalDate> from, Optional<LocalDate> to, Optional<SummaryGrouping> grouping) {

    private static final String SUMS = """
            currency, coalesce(sum(amount) filter (where amount > 0), 0), \
            coalesce(sum(amount) filter (where amount < 0), 0), count(*)""";

    private static final QueryParameter<LocalDate> FROM = QueryParameter.day("from", "The first day");
    private static final QueryParameter<LocalDate> TO = QueryParameter.day("to", "The last day");
    private static final QueryParameter<SummaryGrouping> GROUP_BY = QueryParameter.choice(
            "groupBy",
            "What to break the sums down by",
            "SummaryGrouping",
            SummaryGrouping.values(),
            SummaryGrouping::code);

    static final List<QueryParameter<?>> PARAMETERS = List.of(FROM, TO, GROUP_BY);

    static Summary read(QueryReader query) {
        return new Summary(query.get(FROM), query.get(TO), query.get(GROUP_BY));
    }

    /** The sums: those in all first, by currency, then those of the groups, by key and currency. */
    List<Sum> of(UUID owner) {
        Map<String, Object> parameters = new HashMap<>(Map.of("owner", owner));
        String where = " where user_id = :owner"
                + bound("date >= :from", "from", from, parameters)
                + bound("date <= :to", "to", to, parameters);
        String total =
                "select true as total, null as key, " + SUMS + " from transaction" + where + " group by currency";
        String groups = grouping.map(by -> " union all select false, " + by.key + ", " + SUMS + " from " + by.source()
                        + where + " group by " + by.key + ", currency")
                .orElse("");
        var query = Panache.getSession()
                .createNativeQuery(
                        "select * from (" + total + groups
                                + ") sums order by total desc, key collate \"C\" nulls last, currency",
                        Object[].class);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().map(Sum::of).toList();
    }

    private static String bound(
            String condition, String name, Optional<LocalDate> day, Map<String, Object> parameters) {
        day.ifPresent(value -> parameters.put(name, value));
        return day.isPresent() ? " and " + condition : "";
    }

    /**
     * The sums of one currency, in all or in a group.
     *
     * @param key the group, null for what has no category or tag
     */
    record Sum(boolean total, String key, Currency currency, BigDecimal income, BigDecimal expense, long count) {

        private static Sum of(Object[] row) {
            return new Sum(
                    (boolean) row[0],
                    (String) row[1],
                    Currency.getInstance((String) row[2]),
                    (BigDecimal) row[3],
                    (BigDecimal) row[4],
                    (long) row[5]);
        }
    }
}

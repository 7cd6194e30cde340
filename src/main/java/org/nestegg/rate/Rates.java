package org.nestegg.rate;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.nestegg.platform.database.Sql;

/**
 * Rates as a user has them: units of a currency for one euro. A day's rate is the last one on or before it that is at most 7 days old;
 * of a day that is yet to come it is as old as it is today. One of the user's own goes before those that all share, and the fixed rate
 * of a currency that has become the euro before both.
 */
final class Rates {

    static final Currency EURO = Currency.getInstance("EUR");

    /** In days. */
    static final int MAX_AGE = 7;

    /** The first is the oldest that is not too old. */
    private static final String OF_DAY = """
            select distinct on (currency) currency, rate from (
                    select currency, rate, day, true as own from own_rate
                        where user_id = :owner and day between :first and :day
                    union all
                    select currency, rate, day, false from reference_rate where day between :first and :day) r
                order by currency, own desc, day desc
            """;

    private static final String OF_DAYS = """
            select p.day, p.currency, coalesce(
                    (select rate from own_rate where user_id = :owner and currency = p.currency and day between p.first and p.day
                        order by day desc limit 1),
                    (select rate from reference_rate where currency = p.currency and day between p.first and p.day
                        order by day desc limit 1))
                from (
                    select cast(day as date) as day, least(cast(day as date), :today) - :age as first,
                            cast(currency as char(3)) as currency
                        from unnest(cast(:days as text[]), cast(:currencies as text[])) n (day, currency)) p
            """;

    /** Whose rate, of which day. */
    record Key(LocalDate day, Currency currency) {}

    private final Map<Key, BigDecimal> rates;

    private Rates(Map<Key, BigDecimal> rates) {
        this.rates = rates;
    }

    /** All that an owner has on a day, by the code of the currency; there is none of the euro. */
    static SortedMap<String, BigDecimal> of(UUID owner, LocalDate day) {
        SortedMap<String, BigDecimal> all = new TreeMap<>();
        Map<String, Object> parameters = Map.of("owner", owner, "day", day, "first", oldest(day));
        Sql.list(OF_DAY, parameters, row -> all.put(row.text(), row.decimal()));
        all.putAll(FixedRates.on(day));
        return all;
    }

    private static LocalDate oldest(LocalDate day) {
        LocalDate today = today();
        return (day.isBefore(today) ? day : today).minusDays(MAX_AGE);
    }

    /** Those of an owner for some currencies on some days, in one statement, or in none if nothing has to be looked up. */
    static Rates of(UUID owner, Collection<Key> keys) {
        Map<Key, BigDecimal> rates = new HashMap<>();
        List<Key> unknown = keys.stream()
                .distinct()
                .filter(key -> {
                    Optional<BigDecimal> known = key.currency.equals(EURO)
                            ? Optional.of(BigDecimal.ONE)
                            : FixedRates.of(key.currency, key.day);
                    known.ifPresent(rate -> rates.put(key, rate));
                    return known.isEmpty();
                })
                .toList();
        if (!unknown.isEmpty()) {
            Map<String, Object> parameters = Map.of(
                    "owner",
                    owner,
                    "today",
                    today(),
                    "age",
                    MAX_AGE,
                    "days",
                    unknown.stream().map(key -> key.day.toString()).toList(),
                    "currencies",
                    unknown.stream().map(key -> key.currency.getCurrencyCode()).toList());
            Sql.list(OF_DAYS, parameters, row -> read(row, rates));
        }
        return new Rates(rates);
    }

    private static BigDecimal read(Sql.Columns row, Map<Key, BigDecimal> rates) throws SQLException {
        Key key = new Key(row.day(), Currency.getInstance(row.text()));
        BigDecimal rate = row.decimal();
        return rate == null ? null : rates.put(key, rate);
    }

    /** One of those that were asked for, if there is one. */
    Optional<BigDecimal> rate(LocalDate day, Currency currency) {
        return Optional.ofNullable(rates.get(new Key(day, currency)));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}

package org.nestegg.rate;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.nestegg.platform.database.LongWork;

/** The rates that are the same for everybody, as they are written: one writer after the other, and readers wait for none. */
final class ReferenceRates {

    private static final int BATCH = 10_000;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String LOCK = "lock table reference_rate in share row exclusive mode";

    private static final String DELETE =
            "delete from reference_rate where day = :day and not currency = any(cast(:currencies as char(3)[]))";

    private static final String WRITE = """
            with written as (
                insert into reference_rate as r (currency, day, rate)
                    select cast(currency as char(3)), cast(day as date), cast(rate as numeric)
                        from unnest(cast(:currencies as text[]), cast(:days as text[]), cast(:rates as text[]))
                            n (currency, day, rate)
                    on conflict (currency, day) do update set rate = excluded.rate where r.rate <> excluded.rate
                    returning xmax = 0 as added)
            select count(*) filter (where added), count(*) filter (where not added) from written
            """;

    private ReferenceRates() {}

    /**
     * What a load has come to.
     *
     * @param rates how many there were, of how many days; those that were there already count
     * @param added how many were not there
     * @param changed how many were there, and different
     */
    record Loaded(long rates, long days, long added, long changed) {

        @Override
        public String toString() {
            return "%d rates of %d days: %d new, %d changed".formatted(rates, days, added, changed);
        }
    }

    /**
     * Loads a file, all of it or nothing.
     *
     * @throws UnreadableRatesException if it is no file of rates, or a broken one
     */
    static Loaded load(InputStream file) throws IOException {
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(LIMIT.toSeconds()))
                    .call(() -> {
                        LongWork.begin();
                        lock();
                        Load load = new Load();
                        RateFile.read(file, load::add);
                        return load.end();
                    });
        } catch (RuntimeException e) {
            // A transaction wraps what is checked.
            if (e.getCause() instanceof IOException unread) {
                throw unread;
            }
            throw e;
        }
    }

    /** Makes some rates all that a day has. It is part of a transaction. */
    static void replace(LocalDate day, Map<Currency, BigDecimal> rates) {
        lock();
        Panache.getSession()
                .createNativeMutationQuery(DELETE)
                .setParameter("day", day)
                .setParameter(
                        "currencies",
                        rates.keySet().stream().map(Currency::getCurrencyCode).toArray(String[]::new))
                .executeUpdate();
        write(rates.entrySet().stream()
                .map(rate -> new DatedRate(day, rate.getKey(), rate.getValue()))
                .toList());
    }

    private static void lock() {
        Panache.getSession().createNativeMutationQuery(LOCK).executeUpdate();
    }

    /** @return how many were not there, and how many were different */
    private static Object[] write(Collection<DatedRate> rates) {
        return Panache.getSession()
                .createNativeQuery(WRITE, Object[].class)
                .setParameter(
                        "currencies", column(rates, rate -> rate.currency().getCurrencyCode()))
                .setParameter("days", column(rates, rate -> rate.day().toString()))
                .setParameter("rates", column(rates, rate -> rate.rate().toPlainString()))
                .getSingleResult();
    }

    private static String[] column(Collection<DatedRate> rates, Function<DatedRate, String> value) {
        return rates.stream().map(value).toArray(String[]::new);
    }

    /** A load that is going on. */
    private static final class Load {

        /** Of what a batch has twice, the last counts. */
        private final Map<Rates.Key, DatedRate> batch = new LinkedHashMap<>();

        private final Set<LocalDate> days = new HashSet<>();
        private long rates;
        private long added;
        private long changed;

        void add(DatedRate rate) {
            rates++;
            days.add(rate.day());
            batch.put(new Rates.Key(rate.day(), rate.currency()), rate);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        Loaded end() {
            flush();
            return new Loaded(rates, days.size(), added, changed);
        }

        private void flush() {
            Object[] written = write(List.copyOf(batch.values()));
            added += (long) written[0];
            changed += (long) written[1];
            batch.clear();
        }
    }
}

package org.nestegg.rate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Row;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.Limit;
import org.nestegg.platform.problem.ProblemException;

/** What a euro is in a currency on a day, as a user says; for them it goes before what all share. */
@Entity
@Table(name = "own_rate")
public class OwnRate extends RecordedEntity {

    /** Of a user. */
    static final Limit LIMIT = new Limit("rates", 20_000, RateFieldError.TEXTS);

    public LocalDate day;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    public Currency currency;

    /** Units of the currency for one euro. */
    public BigDecimal rate;

    OwnRate() {}

    /** As it was. */
    OwnRate(Row row) {
        super(row);
        day = row.day("day");
        currency = row.currency("currency");
        rate = row.decimal("rate");
    }

    /**
     * Makes some rates all that the owner has of a day. It is part of a change that has begun: nobody else writes what is the
     * owner's. Rates that are as they were are not touched.
     *
     * @throws ProblemException with {@code limit-reached}
     */
    static void replace(UUID owner, LocalDate day, Map<Currency, BigDecimal> rates) {
        Map<Currency, BigDecimal> missing = new HashMap<>(rates);
        for (OwnRate there : OwnRate.<OwnRate>list("owner = ?1 and day = ?2", owner, day)) {
            BigDecimal rate = missing.remove(there.currency);
            if (rate == null) {
                there.delete();
            } else if (rate.compareTo(there.rate) != 0) {
                there.rate = rate;
            }
        }
        missing.forEach((currency, rate) -> {
            OwnRate added = new OwnRate();
            added.owner = owner;
            added.day = day;
            added.currency = currency;
            added.rate = rate;
            added.persist();
        });
        flush();
        if (!missing.isEmpty()) {
            tooMany(owner, List.of());
        }
    }

    /** Removes it. */
    void remove() {
        delete();
        flush();
    }

    static Optional<OwnRate> of(UUID owner, LocalDate day, Currency currency) {
        return find("owner = ?1 and day = ?2 and currency = ?3", owner, day, currency)
                .firstResultOptional();
    }

    /** One page of the owner's, the newest day first, by currency. */
    static List<OwnRate> page(UUID owner, RateFilter filter, PageRequest page) {
        Criteria criteria = filter.criteria(owner);
        List<String> after = page.after();
        if (!after.isEmpty()) {
            criteria.and(
                            "(day < :afterDay or day = :afterDay and currency > :afterCurrency)",
                            "afterDay",
                            LocalDate.parse(after.getFirst()))
                    .parameters()
                    .put("afterCurrency", Currency.getInstance(after.getLast()));
        }
        return OwnRate.<OwnRate>find(criteria.where() + " order by day desc, currency", criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UUID owner, RateFilter filter) {
        Criteria criteria = filter.criteria(owner);
        return count(criteria.where(), criteria.parameters());
    }

    /**
     * Whether there are as many as there may be, after some have been written.
     *
     * @throws ProblemException with {@code limit-reached} if there are too many
     */
    static List<UUID> tooMany(UUID owner, List<UUID> written) {
        LIMIT.check(count("owner", owner) - 1);
        return List.of();
    }

    /** Where it stands in the list. */
    List<String> key() {
        return List.of(day.toString(), currency.getCurrencyCode());
    }
}

package org.nestegg.rate;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.money.Currencies;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/** Which of a user's own rates a list has; days are inclusive. */
record RateFilter(Optional<LocalDate> from, Optional<LocalDate> to, Optional<Currency> currency) {

    /** Whose rates are asked for. */
    static final QueryParameter<LocalDate> DATE = QueryParameter.day("date", "The day; today if left out");

    /** What they are for one of. */
    static final QueryParameter<Currency> BASE =
            Currencies.parameter("base", "The currency that they are for one of; the euro if left out");

    private static final QueryParameter<LocalDate> FROM = QueryParameter.day("from", "The first day");
    private static final QueryParameter<LocalDate> TO = QueryParameter.day("to", "The last day");
    private static final QueryParameter<Currency> CURRENCY = Currencies.parameter("currency", "The currency");

    static final List<QueryParameter<?>> PARAMETERS = List.of(FROM, TO, CURRENCY);

    static RateFilter read(QueryReader query) {
        return new RateFilter(query.get(FROM), query.get(TO), query.get(CURRENCY));
    }

    Criteria criteria(UUID owner) {
        return Criteria.ofOwner(owner)
                .and("day >= :from", "from", from)
                .and("day <= :to", "to", to)
                .and("currency = :currency", "currency", currency);
    }
}

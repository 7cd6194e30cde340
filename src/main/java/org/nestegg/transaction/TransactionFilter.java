package org.nestegg.transaction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.nestegg.change.AsOf;
import org.nestegg.money.Currencies;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/**
 * Which transactions a list has, and in which order. All conditions hold together; days and amounts are inclusive.
 *
 * @param then the time whose transactions it has; nothing for now
 */
record TransactionFilter(
        Optional<TransactionType> type,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> category,
        Optional<String> tag,
        Optional<String> text,
        Optional<BigDecimal> minAmount,
        Optional<BigDecimal> maxAmount,
        Optional<Currency> currency,
        TransactionSort sort,
        Optional<AsOf> then) {

    private static final QueryParameter<TransactionType> TYPE = QueryParameter.choice(
            "type",
            "Only incomes or only expenses",
            "TransactionType",
            TransactionType.values(),
            TransactionType::code);
    private static final QueryParameter<LocalDate> FROM = QueryParameter.day("from", "The first day");
    private static final QueryParameter<LocalDate> TO = QueryParameter.day("to", "The last day");
    private static final QueryParameter<String> CATEGORY = QueryParameter.text("category", "The category, exactly");
    private static final QueryParameter<String> TAG = QueryParameter.text("tag", "A tag, exactly");
    private static final QueryParameter<String> TEXT =
            QueryParameter.text("q", "Part of description, notes or category, without case");
    private static final QueryParameter<BigDecimal> MIN_AMOUNT =
            QueryParameter.decimal("minAmount", "The least amount, with its sign");
    private static final QueryParameter<BigDecimal> MAX_AMOUNT =
            QueryParameter.decimal("maxAmount", "The greatest amount, with its sign");
    private static final QueryParameter<Currency> CURRENCY = Currencies.parameter("currency", "The currency");
    private static final QueryParameter<TransactionSort> SORT = QueryParameter.choice(
            "sort", "The order; - is descending", "TransactionSort", TransactionSort.values(), TransactionSort::code);

    /** What a list of one type takes. */
    static final List<QueryParameter<?>> OF_ONE_TYPE =
            List.of(FROM, TO, CATEGORY, TAG, TEXT, MIN_AMOUNT, MAX_AMOUNT, CURRENCY, SORT);

    /** What a list of both types takes. */
    static final List<QueryParameter<?>> PARAMETERS =
            Stream.concat(Stream.of(TYPE, AsOf.PARAMETER), OF_ONE_TYPE.stream()).toList();

    /** Reads the filter of what is the owner's, with its type and its time. */
    static TransactionFilter read(QueryReader query, UUID owner) {
        return read(query, query.get(TYPE), AsOf.read(query, owner));
    }

    /** Reads the filter of a list whose type is fixed. */
    static TransactionFilter read(QueryReader query, TransactionType type) {
        return read(query, Optional.of(type), Optional.empty());
    }

    private static TransactionFilter read(QueryReader query, Optional<TransactionType> type, Optional<AsOf> then) {
        return new TransactionFilter(
                type,
                query.get(FROM),
                query.get(TO),
                query.get(CATEGORY),
                query.get(TAG),
                query.get(TEXT),
                query.get(MIN_AMOUNT),
                query.get(MAX_AMOUNT),
                query.get(CURRENCY),
                query.get(SORT).orElse(TransactionSort.DATE_DESC),
                then);
    }

    /** On entities. */
    Criteria criteria(UUID owner) {
        return on(Criteria.ofOwner(owner), "array_contains(tags, :tag)");
    }

    /** On columns, of whoever's rows it is asked. */
    Criteria columns() {
        return on(Criteria.ofAll(), "tags @> array[cast(:tag as varchar)]");
    }

    private Criteria on(Criteria criteria, String hasTag) {
        type.ifPresent(t -> criteria.and(t == TransactionType.INCOME ? "amount > 0" : "amount < 0"));
        return criteria.and("date >= :from", "from", from)
                .and("date <= :to", "to", to)
                .and("category = :category", "category", category)
                .and(hasTag, "tag", tag)
                .andAnyContains(List.of("description", "notes", "category"), "text", text)
                .and("amount >= :minAmount", "minAmount", minAmount)
                .and("amount <= :maxAmount", "maxAmount", maxAmount)
                .and("currency = :currency", "currency", currency);
    }
}

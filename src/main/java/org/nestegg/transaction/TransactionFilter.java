package org.nestegg.transaction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryReader;

/** Which transactions a list has, and in which order. All conditions hold together; days and amounts are inclusive. */
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
        TransactionSort sort) {

    /** Reads the filter, with its type. */
    static TransactionFilter read(QueryReader query) {
        return read(query, query.choice("type", TransactionType.values(), TransactionType::code));
    }

    /** Reads the filter of a list whose type is fixed. */
    static TransactionFilter read(QueryReader query, TransactionType type) {
        return read(query, Optional.of(type));
    }

    private static TransactionFilter read(QueryReader query, Optional<TransactionType> type) {
        return new TransactionFilter(
                type,
                query.day("from"),
                query.day("to"),
                query.text("category"),
                query.text("tag"),
                query.text("q"),
                query.decimal("minAmount"),
                query.decimal("maxAmount"),
                query.currency("currency"),
                query.choice("sort", TransactionSort.values(), TransactionSort::code)
                        .orElse(TransactionSort.DATE_DESC));
    }

    Criteria criteria(UUID owner) {
        Criteria criteria = Criteria.ofOwner(owner);
        type.ifPresent(t -> criteria.and(t == TransactionType.INCOME ? "amount > 0" : "amount < 0"));
        return criteria.and("date >= :from", "from", from)
                .and("date <= :to", "to", to)
                .and("category = :category", "category", category)
                .and("array_contains(tags, :tag)", "tag", tag)
                .andAnyContains(List.of("description", "notes", "category"), "text", text)
                .and("amount >= :minAmount", "minAmount", minAmount)
                .and("amount <= :maxAmount", "maxAmount", maxAmount)
                .and("currency = :currency", "currency", currency);
    }
}

package org.nestegg.transaction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.nestegg.platform.database.Criteria;

/** The orders of a list of transactions. The id, which is ordered by time, decides between equals. */
public enum TransactionSort {
    DATE_DESC("-date", "date", true, TransactionView::date, LocalDate::parse),
    DATE("date", "date", false, TransactionView::date, LocalDate::parse),
    AMOUNT_DESC("-amount", "amount", true, TransactionView::amount, BigDecimal::new),
    AMOUNT("amount", "amount", false, TransactionView::amount, BigDecimal::new);

    private final String code;
    private final String field;
    private final boolean descending;
    private final Function<TransactionView, Object> value;
    private final Function<String, Object> parser;

    TransactionSort(
            String code,
            String field,
            boolean descending,
            Function<TransactionView, Object> value,
            Function<String, Object> parser) {
        this.code = code;
        this.field = field;
        this.descending = descending;
        this.value = value;
        this.parser = parser;
    }

    String code() {
        return code;
    }

    String orderBy() {
        String direction = descending ? " desc" : "";
        return " order by " + field + direction + ", id" + direction;
    }

    /** Where a transaction stands in this order. */
    List<String> key(TransactionView transaction) {
        return List.of(value.apply(transaction).toString(), transaction.id().toString());
    }

    /** Lets a query start after a key; an empty key is the start of the list. */
    void startAfter(List<String> key, Criteria criteria) {
        if (!key.isEmpty()) {
            criteria.and(
                            "(" + field + ", id) " + (descending ? "<" : ">") + " (:afterValue, :afterId)",
                            "afterValue",
                            parser.apply(key.getFirst()))
                    .parameters()
                    .put("afterId", UUID.fromString(key.getLast()));
        }
    }
}

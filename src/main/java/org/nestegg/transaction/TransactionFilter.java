package org.nestegg.transaction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
public record TransactionFilter(
        Optional<TransactionType> type,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> category,
        Optional<String> tag,
        Optional<String> text,
        Optional<BigDecimal> minAmount,
        Optional<BigDecimal> maxAmount,
        Optional<Currency> currency,
        Optional<Optional<UUID>> account,
        Optional<String> externalId,
        Optional<UUID> transfer,
        Optional<UUID> importId,
        TransactionSort sort,
        Optional<AsOf> then) {

    private static final QueryParameter<TransactionType> TYPE = QueryParameter.choice(
            "type",
            "Only incomes, only expenses, or only the sides of transfers",
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
    private static final QueryParameter<Optional<UUID>> ACCOUNT =
            QueryParameter.idOr("none", "accountId", "The account; none for what lies in none");
    private static final QueryParameter<String> EXTERNAL_ID = QueryParameter.text(
            "externalId", "What it is known by elsewhere, exactly", TransactionInput.MAX_EXTERNAL_ID);
    private static final QueryParameter<UUID> TRANSFER =
            QueryParameter.id("transferId", "The transfer that it is a side of");
    private static final QueryParameter<UUID> IMPORT = QueryParameter.id("importId", "The import that has created it");
    private static final QueryParameter<TransactionSort> SORT = QueryParameter.choice(
            "sort", "The order; - is descending", "TransactionSort", TransactionSort.values(), TransactionSort::code);

    private static final List<QueryParameter<?>> CONDITIONS =
            List.of(FROM, TO, CATEGORY, TAG, TEXT, MIN_AMOUNT, MAX_AMOUNT, CURRENCY, ACCOUNT);

    /** What sums take. */
    public static final List<QueryParameter<?>> OF_SUMS =
            Stream.concat(Stream.of(TYPE), CONDITIONS.stream()).toList();

    /** What a list of one type takes. */
    static final List<QueryParameter<?>> OF_ONE_TYPE =
            Stream.concat(CONDITIONS.stream(), Stream.of(EXTERNAL_ID, SORT)).toList();

    /** What a list of all types takes. */
    static final List<QueryParameter<?>> PARAMETERS = Stream.concat(
                    Stream.of(TYPE, AsOf.PARAMETER, TRANSFER, IMPORT), OF_ONE_TYPE.stream())
            .toList();

    /** Reads the filter of what is the owner's, with its type and its time. */
    static TransactionFilter read(QueryReader query, UUID owner) {
        return read(query, query.get(TYPE), query.get(TRANSFER), query.get(IMPORT), AsOf.read(query, owner));
    }

    /** Reads the filter of a list whose type is fixed. */
    static TransactionFilter read(QueryReader query, TransactionType type) {
        return read(query, Optional.of(type), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Reads what is summed up. */
    public static TransactionFilter ofSums(QueryReader query) {
        return conditions(
                query,
                query.get(TYPE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TransactionSort.DATE,
                Optional.empty());
    }

    private static TransactionFilter read(
            QueryReader query,
            Optional<TransactionType> type,
            Optional<UUID> transfer,
            Optional<UUID> importId,
            Optional<AsOf> then) {
        return conditions(
                query,
                type,
                query.get(EXTERNAL_ID),
                transfer,
                importId,
                query.get(SORT).orElse(TransactionSort.DATE_DESC),
                then);
    }

    private static TransactionFilter conditions(
            QueryReader query,
            Optional<TransactionType> type,
            Optional<String> externalId,
            Optional<UUID> transfer,
            Optional<UUID> importId,
            TransactionSort sort,
            Optional<AsOf> then) {
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
                query.get(ACCOUNT),
                externalId,
                transfer,
                importId,
                sort,
                then);
    }

    /** In SQL, of whoever's rows it is asked. */
    Criteria criteria() {
        return anyDay().and("date >= :from", "from", from).and("date <= :to", "to", to);
    }

    /** The same, whatever their day. */
    public Criteria anyDay() {
        Criteria criteria = Criteria.ofAll();
        type.ifPresent(t -> criteria.and(t.condition()));
        account.filter(Optional::isEmpty).ifPresent(_ -> criteria.and("account_id is null"));
        return criteria.and("category = :category", "category", category)
                .and("tags @> array[cast(:tag as varchar)]", "tag", tag)
                .andAnyContains(List.of("description", "notes", "category"), "text", text)
                .and("amount >= :minAmount", "minAmount", minAmount)
                .and("amount <= :maxAmount", "maxAmount", maxAmount)
                .and("currency = :currency", "currency", currency)
                .and("account_id = :account", "account", account.flatMap(Function.identity()))
                .and("external_id = :externalId", "externalId", externalId)
                .and("transfer_id = :transfer", "transfer", transfer)
                .and("import_id = :importId", "importId", importId);
    }

    /** Whether it asks for nothing that the sums of months do not know. */
    public boolean isOfMonths() {
        return Stream.of(tag, text, minAmount, maxAmount, externalId, transfer, importId)
                .allMatch(Optional::isEmpty);
    }

    /** The same on the columns of the sums of months, whatever their day. */
    public Criteria ofMonths() {
        Criteria criteria = Criteria.ofAll();
        account.filter(Optional::isEmpty).ifPresent(_ -> criteria.and("account_id is null"));
        type.ifPresent(t -> criteria.and("type = '" + t.code() + "'"));
        return criteria.and("category = :category", "category", category)
                .and("currency = :currency", "currency", currency)
                .and("account_id = :account", "account", account.flatMap(Function.identity()));
    }
}

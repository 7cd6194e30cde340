package org.nestegg.transaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.change.AsOf;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Row;
import org.nestegg.money.Money;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.operation.BusinessMetrics;
import org.nestegg.platform.page.PageRequest;

/** One income or expense. The sign of its amount is its type: an income is positive, an expense negative, none zero. */
@Entity
@Table(name = "transaction")
public class Transaction extends RecordedEntity {

    public String description;

    @Column(precision = 19, scale = 4)
    public BigDecimal amount;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    public Currency currency;

    public LocalDate date;

    public String category;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> tags;

    public String notes;

    /** How much of it is set aside for goals; the database keeps it. */
    @Column(precision = 19, scale = 4, insertable = false, updatable = false)
    public BigDecimal allocated = BigDecimal.ZERO;

    Transaction() {}

    /** As it was. */
    Transaction(Row row) {
        super(row);
        description = row.text("description");
        amount = row.decimal("amount");
        currency = row.currency("currency");
        date = row.day("date");
        category = row.text("category");
        tags = row.texts("tags");
        notes = row.text("notes");
    }

    @PostPersist
    void tally() {
        BusinessMetrics.countOnCommit("nestegg.transactions.created", "type", type().code());
    }

    /**
     * Records an income or expense of the owner's.
     *
     * @param own the currency where none is named
     * @throws ProblemException with {@code invalid-input} if the amount does not fit the owner's own currency
     */
    static Transaction record(UUID owner, TransactionInput input, Currency own) {
        Transaction transaction = draft(owner, input, own);
        transaction.persistAndFlush();
        return transaction;
    }

    /** The same, but not kept yet: a batch first sees whether all of it holds. */
    static Transaction draft(UUID owner, TransactionInput input, Currency own) {
        Transaction transaction = new Transaction();
        transaction.owner = owner;
        transaction.apply(input, own);
        return transaction;
    }

    /**
     * Changes it to what the input says.
     *
     * @param own the currency where none is named
     * @throws ProblemException with {@code invalid-input} if the amount does not fit the owner's own currency
     */
    void change(TransactionInput input, Currency own) {
        apply(input, own);
        flush();
    }

    /** The same, but not written yet; see {@link #draft}. */
    void apply(TransactionInput input, Currency own) {
        Money money = Money.of(
                "/amount",
                input.type().sign(input.amount()),
                Optional.ofNullable(input.currency()).orElse(own));
        description = input.description();
        amount = money.toStored();
        currency = money.currency();
        date = Optional.ofNullable(input.date()).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
        category = input.category();
        tags = input.tags() == null ? List.of() : List.copyOf(new LinkedHashSet<>(input.tags()));
        notes = input.notes();
    }

    public TransactionType type() {
        return TransactionType.of(amount);
    }

    public Money money() {
        return Money.stored(amount, currency);
    }

    public static Optional<Transaction> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** The same, kept from all others until the end of the transaction. */
    public static Optional<Transaction> locked(UUID owner, UUID id) {
        return Transaction.<Transaction>find("owner = ?1 and id = ?2", owner, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Those that exist of several, kept from all others until the end of the transaction. */
    static List<Transaction> locked(UUID owner, Set<UUID> ids) {
        // In one order, so that two who lock the same do not wait for each other.
        return Transaction.<Transaction>find("owner = ?1 and id in ?2 order by id", owner, ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** As it was, or as it is. */
    static Optional<Transaction> of(UUID owner, UUID id, Optional<AsOf> then) {
        return then.map(past -> past.row(TransactionHistory.TYPE, id).map(Transaction::new))
                .orElseGet(() -> of(owner, id));
    }

    /** One page of the owner's transactions that match, in the filter's order. */
    static List<Transaction> page(UUID owner, TransactionFilter filter, PageRequest page) {
        return slice(owner, filter, page.after(), page.fetch());
    }

    /**
     * Some of the owner's transactions that match, in the filter's order.
     *
     * @param after the sort key to start after; empty for the start
     */
    static List<Transaction> slice(UUID owner, TransactionFilter filter, List<String> after, int size) {
        if (filter.then().isPresent()) {
            Criteria criteria = filter.columns();
            filter.sort().startAfter(after, criteria);
            return filter
                    .then()
                    .get()
                    .list(TransactionHistory.TYPE, criteria, filter.sort().orderBy(), size)
                    .stream()
                    .map(Transaction::new)
                    .toList();
        }
        Criteria criteria = filter.criteria(owner);
        filter.sort().startAfter(after, criteria);
        return Transaction.<Transaction>find(criteria.where() + filter.sort().orderBy(), criteria.parameters())
                .range(0, size - 1)
                .list();
    }

    static long count(UUID owner, TransactionFilter filter) {
        if (filter.then().isPresent()) {
            return filter.then().get().count(TransactionHistory.TYPE, filter.columns());
        }
        Criteria criteria = filter.criteria(owner);
        return count(criteria.where(), criteria.parameters());
    }

    /** One page of the categories that the owner's transactions fall in, by name. */
    static List<CategoryView> categories(UUID owner, CategoryFilter filter, PageRequest page) {
        Criteria criteria = filter.criteria(owner);
        page.after().stream().findFirst().ifPresent(name -> criteria.and("category > :after", "after", name));
        return find(
                        "select category, count(*), max(date) from Transaction where " + criteria.where()
                                + " group by category order by category",
                        criteria.parameters())
                .project(CategoryView.class)
                .range(0, page.fetch() - 1)
                .list();
    }

    static long countCategories(UUID owner, CategoryFilter filter) {
        Criteria criteria = filter.criteria(owner);
        return find("select count(distinct category) from Transaction where " + criteria.where(), criteria.parameters())
                .project(Long.class)
                .singleResult();
    }
}

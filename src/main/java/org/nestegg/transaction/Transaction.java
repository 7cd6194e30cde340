package org.nestegg.transaction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.account.AccountFieldError;
import org.nestegg.account.AccountProblem;
import org.nestegg.change.AsOf;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Recording;
import org.nestegg.change.Row;
import org.nestegg.change.Version;
import org.nestegg.money.Money;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.Retry;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.input.Distinct;
import org.nestegg.platform.operation.BusinessMetrics;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.Defaults;

/**
 * One income or expense, or one side of a transfer. The sign of its amount says where money went: an income is positive, an
 * expense negative, none zero.
 */
@Entity
@Table(name = "transaction")
public class Transaction extends RecordedEntity {

    /** The longest description, in code points. */
    public static final int MAX_DESCRIPTION = 200;

    /** The longest category, in code points. */
    public static final int MAX_CATEGORY = 50;

    /** The most tags that one has. */
    public static final int MAX_TAGS = 20;

    /** The longest tag, in code points. */
    public static final int MAX_TAG = 30;

    /** The longest notes, in code points. */
    public static final int MAX_NOTES = 2000;

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

    /** The account that it lies in, if it does. */
    public UUID accountId;

    /** What it is known by elsewhere, if it is. */
    public String externalId;

    /** The transfer that it is one side of, if it is; only transfers change it. */
    public UUID transferId;

    /** The import that has created it, if one has. */
    public UUID importId;

    /** The schedule that has posted it, if one has; that need not be there any more. */
    public UUID scheduleId;

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
        accountId = row.id("account_id");
        externalId = row.text("external_id");
        transferId = row.id("transfer_id");
        importId = row.id("import_id");
        scheduleId = row.id("schedule_id");
    }

    @PostPersist
    void tally() {
        BusinessMetrics.countOnCommit("nestegg.transactions.created", "type", type().code());
    }

    /**
     * Records an income or expense of the owner's.
     *
     * @param own what stands where neither the input nor its account says it
     * @throws ProblemException with {@code account-closed}, or with {@code invalid-input} if there is no such account, or if
     *     currency or amount do not fit
     */
    static Transaction record(UUID owner, TransactionInput input, Defaults own) {
        Recording recording = Recording.current().orElseThrow();
        Optional<Transaction> given = GatheredCreates.takes(input)
                ? recording.given(opening -> GatheredCreates.create(opening, input, own))
                : Optional.empty();
        return given.orElseGet(() -> recordAlone(recording, owner, input, own));
    }

    private static Transaction recordAlone(Recording recording, UUID owner, TransactionInput input, Defaults own) {
        if (input.accountId() != null) {
            recording.begin(); // so that the account stays as it is
        }
        Transaction transaction = draft(owner, input, own, NamedAccounts.of(owner, input));
        if (recording.hasBegun()) {
            transaction.persistAndFlush();
        } else {
            TransactionRows.insertAlone(recording, transaction);
        }
        return transaction;
    }

    /** The same, but not kept yet: a batch first sees whether all of it holds. */
    static Transaction draft(UUID owner, TransactionInput input, Defaults own, NamedAccounts accounts) {
        Transaction transaction = new Transaction();
        transaction.owner = owner;
        transaction.apply(input, own, accounts);
        return transaction;
    }

    /**
     * One side of a transfer that is about to be made.
     *
     * @param moved negative in the account that it leaves, positive in the one that it reaches
     */
    public static Transaction side(UUID owner, UUID account, Money moved, LocalDate date) {
        Transaction transaction = new Transaction();
        transaction.owner = owner;
        transaction.stampNew();
        transaction.move(account, moved, date);
        return transaction;
    }

    /** Keeps some that are new and have their ids, by one statement. */
    public static void record(UUID owner, List<Transaction> transactions) {
        TransactionRows.insert(owner, transactions);
    }

    /** Deletes both sides of a transfer. */
    public static void deleteSides(UUID owner, UUID transfer) {
        delete("owner = ?1 and transferId = ?2", owner, transfer);
    }

    /** Lets the sides of a transfer be an expense and an income. */
    public static void freeSides(UUID owner, UUID transfer) {
        update(
                "update versioned Transaction set transferId = null, updatedAt = ?3 where owner = ?1 and transferId = ?2",
                owner,
                transfer,
                now());
    }

    /** Says what it is about, as a side of a transfer. */
    public void describe(String what, String where, List<String> words, String more) {
        description = what;
        category = where;
        tags = Distinct.of(words);
        notes = more;
    }

    /** Lets some say what they are shown to say, by one statement; the movements stay as they are. */
    public static void describe(UUID owner, List<TransactionView> shown) {
        TransactionRows.describe(owner, shown);
    }

    /** Lets one side of a transfer be another movement; whoever does so looks after the other side. */
    public void move(UUID account, Money moved, LocalDate on) {
        accountId = account;
        amount = moved.toStored();
        currency = moved.currency();
        date = on;
    }

    /**
     * Changes it to what the input says.
     *
     * @param own what stands where neither the input nor its account says it
     * @throws ProblemException with {@code part-of-transfer} if it is a side of one and would be another movement; with
     *     {@code account-closed}; or with {@code invalid-input} if there is no such account, or if currency or amount do not fit
     */
    void change(TransactionInput input, Defaults own) {
        apply(input, own, NamedAccounts.of(owner, input));
        flush();
    }

    /** The same, but not written yet; see {@link #draft}. */
    void apply(TransactionInput input, Defaults own, NamedAccounts accounts) {
        if (transferId == null) {
            applyMovement(input, own, accounts);
        } else if (!isSameMovement(input)) {
            throw new ProblemException(TransactionProblem.PART_OF_TRANSFER);
        }
        describe(input.description(), input.category(), input.tags(), input.notes());
        externalId = input.externalId();
    }

    private void applyMovement(TransactionInput input, Defaults own, NamedAccounts accounts) {
        List<FieldError> faults = new ArrayList<>();
        if (input.type() == TransactionType.TRANSFER) {
            faults.add(FieldError.at("/type", CommonFieldError.NOT_ONE_OF, "income, expense"));
        }
        Optional<NamedAccounts.Named> account = accounts.of(input);
        if (input.accountId() != null && account.isEmpty()) {
            faults.add(FieldError.at("/accountId", AccountFieldError.UNKNOWN_ACCOUNT));
        }
        if (input.currency() != null
                && account.filter(a -> !a.currency().equals(input.currency())).isPresent()) {
            faults.add(FieldError.at("/currency", AccountFieldError.ACCOUNT_CURRENCY));
        }
        Currency fitting = Optional.ofNullable(input.currency())
                .or(() -> account.map(NamedAccounts.Named::currency))
                .orElse(own.currency());
        Money.fault("/amount", input.amount(), fitting).ifPresent(faults::add);
        ProblemException.throwIfAny(faults);
        if (account.filter(a -> a.closed() && !a.id().equals(accountId)).isPresent()) {
            throw new ProblemException(AccountProblem.ACCOUNT_CLOSED);
        }
        move(
                input.accountId(),
                new Money(input.type().sign(input.amount()), fitting),
                Optional.ofNullable(input.date()).orElse(own.today()));
    }

    /** Whether the input leaves money where it is; what it does not name stays. */
    private boolean isSameMovement(TransactionInput input) {
        return input.type() == TransactionType.TRANSFER
                && input.amount().compareTo(amount) == 0
                && (input.currency() == null || input.currency().equals(currency))
                && (input.date() == null || input.date().equals(date))
                && Objects.equals(input.accountId(), accountId);
    }

    /**
     * Deletes it.
     *
     * @throws ProblemException with {@code part-of-transfer}
     */
    void remove() {
        checkAlone();
        delete();
        flush();
    }

    /** @throws ProblemException with {@code part-of-transfer} if it is a side of one */
    void checkAlone() {
        if (transferId != null) {
            throw new ProblemException(TransactionProblem.PART_OF_TRANSFER);
        }
    }

    public TransactionType type() {
        return TransactionType.of(amount, transferId);
    }

    public Money money() {
        return Money.stored(amount, currency);
    }

    public static Optional<Transaction> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** Those that there are of some, by id. */
    public static Map<UUID, Transaction> all(UUID owner, Set<UUID> ids) {
        return Transaction.<Transaction>stream("owner = ?1 and id in ?2", owner, ids)
                .collect(Collectors.toMap(transaction -> transaction.id, transaction -> transaction));
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

    /** Those that are known by some references, in whatever account. */
    static List<Transaction> knownBy(UUID owner, Set<String> externalIds) {
        return list("owner = ?1 and externalId in ?2", owner, externalIds);
    }

    /** Some as they were, those that there were then. */
    public static Map<Version, Transaction> versions(UUID owner, List<Version> versions) {
        return AsOf.versions(owner, TransactionHistory.TYPE, versions).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, row -> new Transaction(row.getValue())));
    }

    /** One that an import is about to create. */
    public static Transaction imported(UUID owner, UUID importId, UUID account, Money moved, LocalDate date) {
        Transaction transaction = side(owner, account, moved, date);
        transaction.importId = importId;
        return transaction;
    }

    /** Has what an import has created be nobody's but its owner's. */
    public static void forgetImport(UUID owner, UUID importId) {
        update(
                "update versioned Transaction set importId = null, updatedAt = ?3 where owner = ?1 and importId = ?2",
                owner,
                importId,
                now());
    }

    /** What is shown of one as it was, or as it is. */
    static Optional<TransactionView> shown(UUID owner, UUID id, Optional<AsOf> then) {
        return then.map(past -> past(() ->
                        past.row(TransactionHistory.TYPE, id).map(row -> TransactionView.of(new Transaction(row)))))
                .orElseGet(() -> GatheredReads.read(owner, id));
    }

    /** One page of the owner's transactions that match, in the filter's order. */
    static List<TransactionView> page(UUID owner, TransactionFilter filter, PageRequest page) {
        return slice(owner, filter, page.after(), page.fetch());
    }

    /**
     * What is shown of some of the owner's transactions that match, in the filter's order.
     *
     * @param after the sort key to start after; empty for the start
     */
    static List<TransactionView> slice(UUID owner, TransactionFilter filter, List<String> after, int size) {
        Criteria criteria = filter.criteria();
        filter.sort().startAfter(after, criteria);
        String orderBy = filter.sort().orderBy();
        if (filter.then().isPresent()) {
            return past(() -> filter.then().get().list(TransactionHistory.TYPE, criteria, orderBy, size).stream()
                    .map(row -> TransactionView.of(new Transaction(row)))
                    .toList());
        }
        criteria.parameters().put("owner", owner);
        // Not as a parameter, which PostgreSQL takes for a tenth of all rows; then it plans each page anew.
        return Sql.list(
                TransactionView.SELECT + " and " + criteria.where() + orderBy + " limit " + size,
                criteria.parameters(),
                TransactionView::read);
    }

    static long count(UUID owner, TransactionFilter filter) {
        Criteria criteria = filter.criteria();
        if (filter.then().isPresent()) {
            return past(() -> filter.then().get().count(TransactionHistory.TYPE, criteria));
        }
        criteria.parameters().put("owner", owner);
        return Sql.first(
                        "select count(*) from transaction where user_id = :owner and " + criteria.where(),
                        criteria.parameters(),
                        Sql.Columns::number)
                .orElseThrow();
    }

    /** What is told of the past is read by several statements, at one time. */
    private static <T> T past(Supplier<T> read) {
        return Retry.runOutside(() -> QuarkusTransaction.joiningExisting().call(read::get));
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

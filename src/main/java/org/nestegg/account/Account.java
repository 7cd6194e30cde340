package org.nestegg.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Row;
import org.nestegg.money.Money;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.Limit;
import org.nestegg.platform.problem.ProblemException;

/** A place where money lies, in one currency. */
@Entity
@Table(name = "account")
public class Account extends RecordedEntity {

    /** Of a user. */
    static final Limit LIMIT = new Limit("accounts", 500, AccountProblem.TEXTS);

    public String name;

    @Enumerated(EnumType.STRING)
    public AccountKind kind;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    public Currency currency;

    public String institution;

    /** What statements know it by, without spaces. */
    public String number;

    @Column(precision = 19, scale = 4)
    public BigDecimal openingBalance;

    /** Whether it takes nothing new. */
    public boolean closed;

    /** What all its transactions come to; the database keeps it. */
    @Column(insertable = false, updatable = false)
    public BigDecimal moved = BigDecimal.ZERO;

    /** How many transactions it has; the database keeps it. */
    @Column(insertable = false, updatable = false)
    public long transactionCount;

    Account() {}

    /** As it was, but for what its transactions come to. */
    Account(Row row) {
        super(row);
        name = row.text("name");
        kind = row.coded("kind", AccountKind.values());
        currency = row.currency("currency");
        institution = row.text("institution");
        number = row.text("number");
        openingBalance = row.decimal("opening_balance");
        closed = row.flag("closed");
    }

    /**
     * Opens an account. It is part of a change that has begun: nobody else writes what is the owner's.
     *
     * @param own the currency where none is named
     * @throws ProblemException with {@code limit-reached}, or with {@code invalid-input} if the opening balance does not fit the
     *     owner's own currency
     */
    static Account open(UUID owner, AccountInput input, Currency own) {
        LIMIT.check(count("owner", owner));
        Account account = new Account();
        account.owner = owner;
        account.apply(input, own);
        account.persistAndFlush();
        return account;
    }

    /**
     * Changes it to what the input says. Where that names no currency, one with transactions keeps its own.
     *
     * @param own the currency where none is named
     * @throws ProblemException with {@code account-in-use} if it has transactions in another currency, or with
     *     {@code invalid-input} if the opening balance does not fit the currency
     */
    void change(AccountInput input, Currency own) {
        boolean used = transactionCount > 0;
        if (used && input.currency() != null && !input.currency().equals(currency)) {
            throw new ProblemException(AccountProblem.ACCOUNT_IN_USE);
        }
        apply(input, used ? currency : own);
        flush();
    }

    private void apply(AccountInput input, Currency own) {
        Money opening = Money.of(
                AccountInput.OPENING_BALANCE,
                input.openingBalance(),
                Optional.ofNullable(input.currency()).orElse(own));
        name = input.name();
        kind = input.kind();
        currency = opening.currency();
        institution = input.institution();
        number = input.number();
        openingBalance = opening.toStored();
        closed = input.closed();
    }

    /** Deletes it; the database refuses to while it has transactions. */
    void remove() {
        delete();
        flush();
    }

    /** What lies there: what did at first, and all transactions since, whatever their day. */
    public Money balance() {
        return Money.stored(openingBalance.add(moved), currency);
    }

    public static Optional<Account> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** All of the owner's, in one order. */
    public static List<Account> all(UUID owner) {
        return list("owner = ?1 order by id", owner);
    }

    /** Those that there are of some accounts, by id. */
    public static Map<UUID, Account> all(UUID owner, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : Account.<Account>stream("owner = ?1 and id in ?2", owner, ids)
                        .collect(Collectors.toMap(account -> account.id, account -> account));
    }

    /** The first so many by name of those that are not closed. */
    public static List<Account> firstInUse(UUID owner, int most) {
        return Account.<Account>find("owner = ?1 and not closed" + AccountSort.NAME.orderBy(), owner)
                .range(0, most - 1)
                .list();
    }

    /** One page of the owner's accounts that match, in the filter's order. */
    static List<Account> page(UUID owner, AccountFilter filter, PageRequest page) {
        Criteria criteria = filter.criteria(owner);
        filter.sort().startAfter(page.after(), criteria);
        return Account.<Account>find(criteria.where() + filter.sort().orderBy(), criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UUID owner, AccountFilter filter) {
        Criteria criteria = filter.criteria(owner);
        return count(criteria.where(), criteria.parameters());
    }

    /**
     * Whether there are as many as there may be, after some have been brought back.
     *
     * @throws ProblemException with {@code limit-reached} if there are too many
     */
    static List<UUID> tooMany(UUID owner, List<UUID> written) {
        LIMIT.check(count("owner", owner) - 1);
        return List.of();
    }
}

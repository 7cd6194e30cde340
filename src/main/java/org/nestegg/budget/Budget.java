package org.nestegg.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.account.Account;
import org.nestegg.account.AccountFieldError;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Row;
import org.nestegg.money.Money;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.Distinct;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.Limit;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.Defaults;
import org.nestegg.recurrence.Recurrence;

/** What may be spent on some expenses in each period. */
@Entity
@Table(name = "budget")
public class Budget extends RecordedEntity {

    /** Of a user. */
    static final Limit LIMIT = new Limit("budgets", 200, BudgetProblem.TEXTS);

    /** How many periods one that carries anything over may have behind it when it is written: all are added up for the last. */
    static final int MAX_EARLIER_PERIODS = 10_000;

    public String name;

    /** For each period. */
    @Column(precision = 19, scale = 4)
    public BigDecimal amount;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    public Currency currency;

    /** Those whose expenses count, less their incomes; where there are none, all expenses do. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> categories;

    /** What counts has one of them, where there are any. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> tags;

    /** What counts lies in one of them, where there are any. They need not be there any more. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<UUID> accountIds;

    /** The rule by which periods begin. */
    public String recurrence;

    /** The day from which the rule is counted. */
    public LocalDate startOn;

    @Enumerated(EnumType.STRING)
    public Rollover rollover;

    Budget() {}

    /** As it was. */
    Budget(Row row) {
        super(row);
        name = row.text("name");
        amount = row.decimal("amount");
        currency = row.currency("currency");
        categories = row.texts("categories");
        tags = row.texts("tags");
        accountIds = row.texts("account_ids").stream().map(UUID::fromString).toList();
        recurrence = row.text("recurrence");
        startOn = row.day("start_on");
        rollover = row.coded("rollover", Rollover.values());
    }

    /**
     * Makes a budget. It is part of a change that has begun: nobody else writes what is the owner's.
     *
     * @throws ProblemException with {@code limit-reached}, or as {@link #change}
     */
    static Budget create(UUID owner, BudgetInput input, Defaults defaults) {
        LIMIT.check(count("owner", owner));
        Budget budget = new Budget();
        budget.owner = owner;
        budget.accountIds = List.of();
        budget.apply(input, defaults);
        budget.persistAndFlush();
        return budget;
    }

    /**
     * Changes it to what the input says.
     *
     * @throws ProblemException with {@code invalid-input} if it names an account that it has not named before and that is none of
     *     the owner's; if the amount does not fit the owner's own currency; if the rule never occurs; or if there were too many
     *     periods already
     */
    void change(BudgetInput input, Defaults defaults) {
        apply(input, defaults);
        flush();
    }

    private void apply(BudgetInput input, Defaults defaults) {
        Money limit = Money.of(
                BudgetInput.AMOUNT,
                input.amount(),
                Optional.ofNullable(input.currency()).orElse(defaults.currency()));
        LocalDate start = Optional.ofNullable(input.start())
                .orElseGet(() -> defaults.today().withDayOfMonth(1));
        ProblemException.throwIfAny(Recurrence.fault(BudgetInput.RECURRENCE, input.recurrence(), start).stream()
                .toList());
        if (input.rollover() != Rollover.NONE) {
            checkEarlier(new Periods(Recurrence.of(input.recurrence()), start), defaults.today());
        }
        List<UUID> accounts = Distinct.of(input.accountIds());
        checkAccounts(accounts, input.accountIds());
        name = input.name();
        amount = limit.toStored();
        currency = limit.currency();
        categories = Distinct.of(input.categories());
        tags = Distinct.of(input.tags());
        accountIds = accounts;
        recurrence = input.recurrence();
        startOn = start;
        rollover = input.rollover();
    }

    private static void checkEarlier(Periods periods, LocalDate today) {
        if (periods.beginningBefore(today, MAX_EARLIER_PERIODS + 1).size() > MAX_EARLIER_PERIODS) {
            throw ProblemException.invalid(BudgetInput.START, BudgetFieldError.TOO_MANY_PERIODS, MAX_EARLIER_PERIODS);
        }
    }

    /** One that has gone since it was named stays. */
    private void checkAccounts(List<UUID> accounts, List<UUID> sent) {
        Set<UUID> unknown = new LinkedHashSet<>(accounts);
        unknown.removeAll(accountIds);
        unknown.removeAll(Account.all(owner, Set.copyOf(unknown)).keySet());
        ProblemException.throwIfAny(IntStream.range(0, sent.size())
                .filter(i -> unknown.contains(sent.get(i)))
                .mapToObj(i -> FieldError.at(BudgetInput.ACCOUNTS + "/" + i, AccountFieldError.UNKNOWN_ACCOUNT))
                .toList());
    }

    /** Deletes it. */
    void remove() {
        delete();
        flush();
    }

    /** Its periods. */
    Periods periods() {
        return new Periods(Recurrence.of(recurrence), startOn);
    }

    static Optional<Budget> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** One page of the owner's budgets that match, the newest first; ids are ordered by time. */
    static List<Budget> page(UUID owner, BudgetFilter filter, PageRequest page) {
        Criteria criteria = filter.criteria(owner).andBefore(page.after());
        return Budget.<Budget>find(criteria.where() + " order by id desc", criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    /** All of an owner's, by name. */
    static List<Budget> byName(UUID owner) {
        return list("owner = ?1 order by lower(name), id", owner);
    }

    static long count(UUID owner, BudgetFilter filter) {
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

package org.nestegg.goal;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Recording;
import org.nestegg.change.Row;
import org.nestegg.money.Money;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.Limit;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.transaction.Transaction;
import org.nestegg.transaction.TransactionType;

/**
 * Money set aside for a goal, or, where it is negative, taken back. The database keeps the sums: the savings of a goal never
 * fall below zero, and the contributions of an income stay within its amount.
 */
@Entity
@Table(name = "contribution")
public class Contribution extends RecordedEntity {

    /** To one goal. */
    public static final Limit LIMIT = new Limit("contributions", 10_000, GoalProblem.TEXTS);

    private static final String INCOME = "/transactionId";

    private static final String AIM = "select g.currency, (select count(*) from contribution c where c.user_id = :owner"
            + " and c.goal_id = :goal) from goal g where g.user_id = :owner and g.id = :goal";

    @Column(updatable = false)
    public UUID goalId;

    /** The income that the money is of, if it is told. */
    @Column(updatable = false)
    public UUID transactionId;

    @Column(precision = 19, scale = 4, updatable = false)
    public BigDecimal amount;

    /** That of the goal. */
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3, updatable = false)
    public Currency currency;

    @Column(updatable = false)
    public LocalDate date;

    @Column(updatable = false)
    public String note;

    Contribution() {}

    /** As it was. */
    Contribution(Row row) {
        super(row);
        goalId = row.id("goal_id");
        transactionId = row.id("transaction_id");
        amount = row.decimal("amount");
        currency = row.currency("currency");
        date = row.day("date");
        note = row.text("note");
    }

    /** What a goal is to what is set aside for it. */
    private record Aim(Currency currency, long contributions) {}

    /**
     * Sets money aside for a goal, or takes some back where the amount is negative. It begins the change that it is.
     *
     * @param today its day where the input says none
     * @throws ProblemException with {@code not-found} or {@code limit-reached}, or with {@code invalid-input} if amount or income
     *     do not fit the goal's currency
     */
    static Contribution make(UUID owner, UUID goal, ContributionInput input, LocalDate today) {
        Aim aim = Recording.current()
                .orElseThrow()
                .beginReading(
                        AIM,
                        Map.of("owner", owner, "goal", goal),
                        row -> new Aim(Currency.getInstance(row.text()), row.number()))
                .stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        LIMIT.check(aim.contributions);
        Contribution contribution = new Contribution(owner, goal, aim.currency, input, today);
        contribution.persistAndFlush();
        return contribution;
    }

    private Contribution(UUID owner, UUID goal, Currency currency, ContributionInput input, LocalDate today) {
        this.owner = owner;
        goalId = goal;
        this.currency = currency;
        amount = Money.of("/amount", input.amount(), currency).toStored();
        date = Optional.ofNullable(input.date()).orElse(today);
        note = input.note();
        if (input.transactionId() != null) {
            transactionId = income(input.transactionId()).id;
        }
    }

    private Transaction income(UUID of) {
        Transaction income = Transaction.locked(owner, of)
                .orElseThrow(() -> ProblemException.invalid(INCOME, CommonFieldError.UNKNOWN_REFERENCE));
        if (income.type() != TransactionType.INCOME) {
            throw ProblemException.invalid(INCOME, GoalFieldError.NOT_AN_INCOME);
        }
        if (!income.currency.equals(currency)) {
            throw ProblemException.invalid(INCOME, GoalFieldError.WRONG_CURRENCY);
        }
        return income;
    }

    /** Those of some incomes of the owner's that money is set aside of. */
    static Set<UUID> incomes(UUID owner, Set<UUID> among) {
        return new HashSet<>(find(
                        "select distinct transactionId from Contribution where owner = ?1 and transactionId in ?2",
                        owner,
                        among)
                .project(UUID.class)
                .list());
    }

    static Optional<Contribution> of(UUID owner, UUID goal, UUID id) {
        return find("owner = ?1 and goalId = ?2 and id = ?3", owner, goal, id).firstResultOptional();
    }

    /** One page of the contributions to a goal, the newest first. */
    static List<Contribution> page(UUID owner, UUID goal, PageRequest page) {
        Criteria criteria =
                Criteria.ofOwner(owner).and("goalId = :goal", "goal", goal).andBefore(page.after());
        return Contribution.<Contribution>find(criteria.where() + " order by id desc", criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    /**
     * Whether there are as many to each goal as there may be, after some have been brought back.
     *
     * @throws ProblemException with {@code limit-reached} if there are too many
     */
    static List<UUID> tooMany(UUID owner, List<UUID> written) {
        LIMIT.check(Panache.getSession()
                        .createNativeQuery("""
                                select coalesce(max(n), 0) from (
                                    select count(*) as n from contribution where user_id = :owner and goal_id in (
                                        select goal_id from contribution where user_id = :owner and id = any(:written))
                                    group by goal_id) counts
                                """, Long.class)
                        .setParameter("owner", owner)
                        .setParameter("written", written.toArray(UUID[]::new))
                        .getSingleResult()
                - 1);
        return List.of();
    }

    static long count(UUID owner, UUID goal) {
        return count("owner = ?1 and goalId = ?2", owner, goal);
    }
}

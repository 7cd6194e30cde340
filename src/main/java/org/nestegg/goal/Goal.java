package org.nestegg.goal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.change.AsOf;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Row;
import org.nestegg.money.Money;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.operation.BusinessMetrics;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.Limit;
import org.nestegg.platform.problem.ProblemException;

/** Something to reach, with goals below it. */
@Entity
@Table(name = "goal")
public class Goal extends RecordedEntity {

    /** Of a user. */
    public static final Limit LIMIT = new Limit("goals", 20_000, GoalProblem.TEXTS);

    public UUID parentId;

    public String name;

    public String description;

    @Column(name = "start_at")
    public Instant start;

    /** When it was done; active while there is none. */
    @Column(name = "end_at")
    public Instant end;

    @Column(precision = 19, scale = 4)
    public BigDecimal targetAmount;

    /** The currency of the target and of all contributions. */
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    public Currency currency;

    public LocalDate targetDate;

    /** The sum of its own contributions; the database keeps it. */
    @Column(precision = 19, scale = 4, insertable = false, updatable = false)
    public BigDecimal saved = BigDecimal.ZERO;

    public boolean isDone() {
        return end != null;
    }

    Goal() {}

    /** As it was, but for what is set aside. */
    Goal(Row row) {
        super(row);
        parentId = row.id("parent_id");
        name = row.text("name");
        description = row.text("description");
        start = row.instant("start_at");
        end = row.instant("end_at");
        targetAmount = row.decimal("target_amount");
        currency = row.currency("currency");
        targetDate = row.day("target_date");
    }

    @PostPersist
    void tally() {
        BusinessMetrics.countOnCommit("nestegg.goals.created");
    }

    /**
     * Sets a goal, in its place and named once among its siblings. It is part of a change that has begun: nobody else writes what
     * is the owner's.
     *
     * @param own the currency where none is named
     * @throws ProblemException with {@code limit-reached}; with {@code goal-too-deep}; or with {@code invalid-input} if there
     *     is no such parent, or the target does not fit the owner's own currency
     */
    public static Goal create(UUID owner, GoalInput input, Currency own) {
        LIMIT.check(count("owner", owner));
        Goal goal = new Goal();
        goal.owner = owner;
        if (input.parentId() != null) {
            Placement.checkNew(owner, input.parentId());
            goal.parentId = input.parentId();
        }
        goal.apply(input, own);
        goal.persistAndFlush();
        return goal;
    }

    /**
     * Changes it to what the input says, also its place in the tree.
     *
     * @param own the currency where none is named
     * @throws ProblemException as {@link #moveTo} does, or with {@code invalid-input} if the target does not fit the owner's
     *     own currency
     */
    void change(GoalInput input, Currency own) {
        moveTo(input.parentId());
        apply(input, own);
        flush();
    }

    /**
     * Moves it, with all below it.
     *
     * @param parent the goal that it is below from then on, or null for the top
     * @throws ProblemException with {@code goal-cycle} or {@code goal-too-deep}, or with {@code invalid-input} if there is no
     *     such parent
     */
    void moveTo(UUID parent) {
        if (!Objects.equals(parentId, parent)) {
            if (parent != null) {
                Placement.checkMove(owner, id, parent);
            }
            parentId = parent;
        }
    }

    /**
     * Calls it done. What is loaded of the owner's goals is forgotten.
     *
     * @param cascade whether all below it are done, too
     * @param when the end, or nothing for now
     * @throws ProblemException with {@code invalid-input} if that is before the goal's start
     */
    void complete(boolean cascade, Optional<Instant> when) {
        if (when.filter(instant -> instant.isBefore(start)).isPresent()) {
            throw ProblemException.invalid("/end", GoalFieldError.BEFORE_START);
        }
        Subtree.complete(owner, id, cascade, when.orElseGet(StoredEntity::now));
    }

    /**
     * Calls it active again. What is loaded of the owner's goals is forgotten.
     *
     * @param cascade whether all below it are active again, too
     */
    void reopen(boolean cascade) {
        Subtree.reopen(owner, id, cascade);
    }

    /**
     * Deletes it.
     *
     * @param cascade whether all below it go, too; the database refuses to leave them without a parent
     */
    void delete(boolean cascade) {
        if (cascade) {
            Subtree.delete(owner, id);
        } else {
            delete();
            flush();
        }
    }

    private void apply(GoalInput input, Currency own) {
        name = input.name();
        description = input.description();
        start = Optional.ofNullable(input.start())
                .or(() -> Optional.ofNullable(start))
                .orElseGet(StoredEntity::now);
        if (input.end() != null && !isDone()) {
            Subtree.countCompleted(1);
        }
        end = input.end();
        if (end != null && end.isBefore(start)) {
            // Only a start that is not given can be later: what is done before it was to begin began then.
            start = end;
        }
        currency = Optional.ofNullable(input.currency()).orElse(own);
        targetAmount = input.targetAmount() == null
                ? null
                : Money.of(GoalInput.TARGET, input.targetAmount(), currency).toStored();
        targetDate = input.targetDate();
    }

    public static Optional<Goal> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /**
     * The first so many of the active goals at the top: by target date, then those that money is set aside for, the newest first.
     */
    public static List<Goal> firstActive(UUID owner, int most) {
        return Goal.<Goal>find(
                        "owner = ?1 and parentId is null and end is null"
                                + " order by targetDate nulls last, case when saved > 0 then 0 else 1 end, id desc",
                        owner)
                .range(0, most - 1)
                .list();
    }

    /** One page of the owner's goals that match, the newest first. */
    static List<Goal> page(UUID owner, GoalFilter filter, PageRequest page) {
        Criteria criteria = filter.criteria(owner).andBefore(page.after());
        return Goal.<Goal>find(criteria.where() + " order by id desc", criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UUID owner, GoalFilter filter) {
        Criteria criteria = filter.criteria(owner);
        return count(criteria.where(), criteria.parameters());
    }

    /**
     * Whether an owner's goals stand as goals may, after some have been set back.
     *
     * @return those of them that stand below themselves, or too deep
     * @throws ProblemException with {@code limit-reached} if there are too many
     */
    static List<UUID> misplaced(UUID owner, List<UUID> written) {
        LIMIT.check(count("owner", owner) - 1);
        return Placement.misplaced(owner, written);
    }

    /** Those of several that there are, or were, by id. */
    static Map<UUID, Goal> byId(UUID owner, List<UUID> ids, Optional<AsOf> then) {
        if (then.isPresent()) {
            return then.get().rows(GoalHistory.GOAL, ids).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, row -> new Goal(row.getValue())));
        }
        return Goal.<Goal>stream("owner = ?1 and id in ?2", owner, ids)
                .collect(Collectors.toMap(goal -> goal.id, goal -> goal));
    }
}

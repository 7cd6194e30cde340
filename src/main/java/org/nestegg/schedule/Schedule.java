package org.nestegg.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.account.Account;
import org.nestegg.account.AccountProblem;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Row;
import org.nestegg.identity.Agenda;
import org.nestegg.money.Money;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.Distinct;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.Limit;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.Defaults;
import org.nestegg.recurrence.Recurrence;
import org.nestegg.transaction.TransactionType;

/** What comes again: a transaction or a transfer, and on which days. */
@Entity
@Table(name = "schedule")
public class Schedule extends RecordedEntity {

    /** Of a user. */
    static final Limit LIMIT = new Limit("schedules", 500, ScheduleProblem.TEXTS);

    /** Of a schedule: those that are skipped one by one, and those that are restored. */
    static final Limit EXCEPTIONS = new Limit("exceptions", 1000, ScheduleProblem.TEXTS);

    public String name;

    public LocalDate start;

    /** See {@link Recurrence}. */
    public String recurrence;

    @Enumerated(EnumType.STRING)
    public Weekend weekend;

    @Enumerated(EnumType.STRING)
    public Mode mode;

    /** By how many percent of its amount a bank's row may differ. */
    public int tolerance;

    public boolean paused;

    @Enumerated(EnumType.STRING)
    public TransactionType type;

    public String description;

    /** With the sign of a transaction's; of a transfer, what is moved. */
    @Column(precision = 19, scale = 4)
    public BigDecimal amount;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    public Currency currency;

    public String category;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> tags;

    public String notes;

    /** The account that it lies in, or that a transfer leaves. Need not be there any more. */
    public UUID accountId;

    public UUID toAccountId;

    /** What was before is skipped, unless it is restored. */
    LocalDate liveFrom;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<LocalDate> skipped = List.of();

    /** Marks of those that were skipped by themselves, see {@link Timeline}. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> restored = List.of();

    Schedule() {}

    /** As it was. */
    Schedule(Row row) {
        super(row);
        name = row.text("name");
        start = row.day("start");
        recurrence = row.text("recurrence");
        weekend = row.coded("weekend", Weekend.values());
        mode = row.coded("mode", Mode.values());
        tolerance = row.number("tolerance");
        paused = row.flag("paused");
        type = row.coded("type", TransactionType.values());
        description = row.text("description");
        amount = row.decimal("amount");
        currency = row.currency("currency");
        category = row.text("category");
        tags = row.texts("tags");
        notes = row.text("notes");
        accountId = row.id("account_id");
        toAccountId = row.id("to_account_id");
        liveFrom = row.day("live_from");
        skipped = row.texts("skipped").stream().map(LocalDate::parse).toList();
        restored = row.texts("restored");
    }

    /**
     * Makes a schedule, and posts what of it is due. It is part of a change that has begun: nobody else writes what is the owner's.
     *
     * @param catchUp whether occurrences before today are posted, too
     * @throws ProblemException with {@code limit-reached}, {@code account-closed}, or with {@code invalid-input} if accounts or
     *     amount do not fit
     */
    static Schedule create(UUID owner, ScheduleInput input, Defaults own, boolean catchUp) {
        LIMIT.check(count("owner", owner));
        Schedule schedule = draft(owner, input, own, PlannedAccounts.of(owner, input.transaction()));
        if (catchUp) {
            schedule.liveFrom = input.start().isBefore(own.today()) ? input.start() : own.today();
            new Timeline(schedule, Posted.NOTHING, own.today()).checkCatchUp();
        }
        schedule.persistAndFlush();
        schedule.plan(own.today());
        return schedule;
    }

    /** The same, but neither kept nor posted. @param accounts all of the owner's, by id */
    public static Schedule draft(UUID owner, ScheduleInput input, Defaults own, Map<UUID, Account> accounts) {
        return draft(owner, input, own, PlannedAccounts.of(accounts, input.transaction()));
    }

    private static Schedule draft(UUID owner, ScheduleInput input, Defaults own, PlannedAccounts accounts) {
        Schedule schedule = new Schedule();
        schedule.owner = owner;
        schedule.liveFrom = own.today();
        schedule.apply(input, own, accounts);
        return schedule;
    }

    /**
     * Changes what is not yet posted to what the input says, and posts what of it is due today.
     *
     * @throws ProblemException as {@link #create}
     */
    void change(ScheduleInput input, Defaults own) {
        apply(input, own, PlannedAccounts.of(owner, input.transaction()));
        flush();
        plan(own.today());
    }

    /**
     * What it would be if it were changed to what the input says: another object, which is not kept.
     *
     * @param accounts all of the owner's, by id
     */
    public Schedule imagined(ScheduleInput input, Defaults own, Map<UUID, Account> accounts) {
        Schedule other = new Schedule();
        other.owner = owner;
        other.id = id;
        other.accountId = accountId;
        other.toAccountId = toAccountId;
        other.currency = currency;
        other.liveFrom = isOtherwise(input) ? own.today() : liveFrom;
        other.apply(input, own, PlannedAccounts.of(accounts, input.transaction()));
        other.skipped = skipped;
        other.restored = restored;
        return other;
    }

    private void apply(ScheduleInput input, Defaults own, PlannedAccounts accounts) {
        PlannedInput planned = input.transaction();
        Money money = accounts.check(planned, this, own.currency());
        if (accounts.anyClosed(account -> !account.equals(accountId) && !account.equals(toAccountId))) {
            throw new ProblemException(AccountProblem.ACCOUNT_CLOSED);
        }
        if (start != null && isOtherwise(input)) {
            liveFrom = own.today(); // what it would have been before is nobody's wish
        }
        name = input.name();
        start = input.start();
        recurrence = input.recurrence();
        weekend = input.weekend();
        mode = input.mode();
        tolerance = input.tolerance();
        paused = input.paused();
        type = planned.type();
        description = planned.description();
        amount = money.toStored();
        currency = money.currency();
        category = planned.category();
        tags = Distinct.of(planned.tags());
        notes = planned.notes();
        accountId = planned.accountId();
        toAccountId = planned.toAccountId();
    }

    /** Whether other days are posted from now on than would have been. */
    private boolean isOtherwise(ScheduleInput input) {
        return !start.equals(input.start()) || !recurrence.equals(input.recurrence()) || paused && !input.paused();
    }

    /** Has it looked after from now on, and posts what is due. */
    void plan(LocalDate today) {
        LocalDate from = Weekend.earliest(start);
        LocalDate first = Timeline.of(this, from, today).firstDue(from).orElse(null);
        Agenda.put(owner, id, first, null);
        if (first != null && !first.isAfter(today)) {
            Posting.all(this, today);
        }
    }

    /**
     * Posts an occurrence, whether it is due or not, also one that is skipped; one that is posted stays as it is.
     *
     * @throws ProblemException with {@code not-found} if the day is none; with {@code account-closed}, {@code
     *     schedule-account-gone}, or with {@code invalid-input} if the amount does not fit
     */
    Occurrence post(LocalDate date, PostInput input, LocalDate today) {
        Occurrence occurrence = occurrence(date, today);
        if (occurrence.isPosted()) {
            return occurrence;
        }
        LocalDate moved = Optional.ofNullable(input.date()).orElse(occurrence.due());
        Posting.one(this, date, money(input.amount()), moved);
        plan(today);
        return occurrence(date, today);
    }

    private Money money(BigDecimal asked) {
        if (asked == null) {
            return money();
        }
        if (asked.signum() < 0 && type != TransactionType.EXPENSE) {
            throw ProblemException.invalid(PostInput.AMOUNT, CommonFieldError.NOT_POSITIVE);
        }
        return Money.of(PostInput.AMOUNT, type.sign(asked), currency);
    }

    /**
     * Keeps an occurrence from being posted.
     *
     * @throws ProblemException with {@code not-found} if the day is none; with {@code occurrence-posted} or {@code limit-reached}
     */
    Occurrence skip(LocalDate date, LocalDate today) {
        Timeline timeline = Timeline.of(this, date, today);
        if (timeline.unposted(date).isOpen()) {
            EXCEPTIONS.check(skipped.size());
            skipped = with(skipped, date);
            flush();
            plan(today);
        }
        return timeline.unposted(date);
    }

    /**
     * Lets an occurrence be posted that would be skipped; if it is due, that is at once.
     *
     * @throws ProblemException as {@link #skip}
     */
    Occurrence restore(LocalDate date, LocalDate today) {
        Timeline timeline = Timeline.of(this, date, today);
        Occurrence occurrence = timeline.unposted(date);
        if (occurrence.isOpen()) {
            return occurrence;
        }
        skipped = skipped.stream().filter(day -> !day.equals(date)).toList();
        timeline.mark(occurrence).filter(skip -> !restored.contains(skip)).ifPresent(skip -> {
            EXCEPTIONS.check(restored.size());
            restored = with(restored, skip);
        });
        flush();
        plan(today);
        return occurrence(date, today);
    }

    private Occurrence occurrence(LocalDate date, LocalDate today) {
        return Timeline.of(this, date, today).on(date).orElseThrow(ProblemException::notFound);
    }

    private static <T> List<T> with(List<T> some, T another) {
        List<T> all = new ArrayList<>(some);
        all.add(another);
        return List.copyOf(all);
    }

    void remove() {
        Agenda.put(owner, id, null, null);
        delete();
        flush();
    }

    public Money money() {
        return Money.stored(amount, currency);
    }

    Recurrence rule() {
        return Recurrence.of(recurrence);
    }

    public static Optional<Schedule> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** All of an owner's, in one order. */
    public static List<Schedule> all(UUID owner) {
        return list("owner = ?1 order by id", owner);
    }

    /** Those that there are of some, by id. */
    public static Map<UUID, Schedule> all(UUID owner, Collection<UUID> ids) {
        return Schedule.<Schedule>stream("owner = ?1 and id in ?2", owner, ids)
                .collect(Collectors.toMap(schedule -> schedule.id, schedule -> schedule));
    }

    /** By how many percent amounts of banks may differ from what some have posted, by id; of those that are gone nothing is said. */
    public static Map<UUID, Integer> tolerances(UUID owner, Collection<UUID> ids) {
        return all(owner, ids).values().stream()
                .collect(Collectors.toMap(schedule -> schedule.id, schedule -> schedule.tolerance));
    }

    /** One page of the owner's schedules that match, the newest first. */
    static List<Schedule> page(UUID owner, ScheduleFilter filter, PageRequest page) {
        Criteria criteria = filter.criteria(owner).andBefore(page.after());
        return Schedule.<Schedule>find(criteria.where() + " order by id desc", criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UUID owner) {
        return count("owner", owner);
    }

    static long count(UUID owner, ScheduleFilter filter) {
        Criteria criteria = filter.criteria(owner);
        return count(criteria.where(), criteria.parameters());
    }
}

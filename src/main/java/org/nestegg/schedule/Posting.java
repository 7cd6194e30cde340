package org.nestegg.schedule;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.account.Account;
import org.nestegg.account.AccountProblem;
import org.nestegg.identity.Agenda;
import org.nestegg.money.Money;
import org.nestegg.platform.operation.BusinessMetrics;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.transaction.Transaction;
import org.nestegg.transaction.TransactionType;
import org.nestegg.transaction.transfer.Transfer;

/**
 * Posts what is due of an owner's schedules, each occurrence once: whoever is first to keep that it is posted makes its transaction.
 * It is part of a change that has begun, so that nobody else posts the owner's meanwhile; should they all the same, the database
 * takes one.
 */
final class Posting {

    /** So many occurrences are posted by one pass. */
    static final int MOST = 500;

    private final UUID owner;
    private final LocalDate today;
    private final List<Draft> drafts = new ArrayList<>();

    private Posting(UUID owner, LocalDate today) {
        this.owner = owner;
        this.today = today;
    }

    /** One that is about to be posted: of a transfer both sides, the one first that money leaves. */
    private record Draft(Schedule schedule, LocalDate date, List<Transaction> transactions) {

        static Draft of(Schedule schedule, LocalDate date, Money money, LocalDate day) {
            boolean transfer = schedule.type == TransactionType.TRANSFER;
            List<Transaction> transactions = transfer
                    ? List.of(
                            Transaction.side(schedule.owner, schedule.accountId, money.negated(), day),
                            Transaction.side(schedule.owner, schedule.toAccountId, money, day))
                    : List.of(Transaction.side(schedule.owner, schedule.accountId, money, day));
            for (Transaction transaction : transactions) {
                transaction.scheduleId = schedule.id;
                transaction.describe(schedule.description, schedule.category, schedule.tags, schedule.notes);
            }
            return new Draft(schedule, date, transactions);
        }

        UUID id() {
            return transactions.getFirst().id;
        }
    }

    /** Posts all that is due of one schedule: what others post is nothing that whoever changes this one has asked for. */
    static void all(Schedule schedule, LocalDate today) {
        boolean more;
        do {
            more = new Posting(schedule.owner, today).run(Agenda.due(schedule.owner, schedule.id, today));
        } while (more);
    }

    /** Posts some of what is due, and says whether there is more. */
    static boolean some(UUID owner, LocalDate today) {
        return new Posting(owner, today).run(Agenda.due(owner, today));
    }

    /**
     * Posts one occurrence, whether it is due or not.
     *
     * @throws ProblemException with {@code account-closed} or {@code schedule-account-gone}
     */
    static void one(Schedule schedule, LocalDate date, Money money, LocalDate day) {
        Map<UUID, Account> accounts = accounts(schedule.owner, Stream.of(schedule));
        if (!fits(schedule, accounts)) {
            throw new ProblemException(ScheduleProblem.SCHEDULE_ACCOUNT_GONE);
        }
        if (anyClosed(schedule, accounts)) {
            throw new ProblemException(AccountProblem.ACCOUNT_CLOSED);
        }
        write(schedule.owner, List.of(Draft.of(schedule, date, money, day)));
    }

    /** Posts some of what some entries are about, and says whether there is more. */
    private boolean run(List<Agenda> entries) {
        if (entries.isEmpty()) {
            return false;
        }
        Map<UUID, Timeline> timelines = timelines(entries);
        List<Agenda> done = collect(entries, timelines);
        write(owner, drafts)
                .forEach(draft -> timelines
                        .get(draft.schedule.id)
                        .posted()
                        .byDay()
                        .put(draft.date, new Posted.Entry(draft.id(), false, draft.schedule.money())));
        boolean more = plan(done, timelines);
        Panache.flush();
        return more || drafts.size() == MOST;
    }

    private Map<UUID, Timeline> timelines(List<Agenda> entries) {
        Map<UUID, Schedule> schedules = Schedule.all(
                owner, entries.stream().map(entry -> entry.id.subject()).toList());
        LocalDate from =
                entries.stream().map(Posting::begin).min(LocalDate::compareTo).orElseThrow();
        Map<UUID, Posted> posted = Posted.of(owner, schedules.values(), from);
        return schedules.values().stream()
                .collect(Collectors.toMap(
                        schedule -> schedule.id, schedule -> new Timeline(schedule, posted.get(schedule.id), today)));
    }

    /** Drafts what is due, puts off what cannot be posted, and says which entries are done with once the drafts are written. */
    private List<Agenda> collect(List<Agenda> entries, Map<UUID, Timeline> timelines) {
        Map<UUID, Account> accounts =
                accounts(owner, timelines.values().stream().map(Timeline::schedule));
        List<Agenda> done = new ArrayList<>();
        for (Agenda entry : entries) {
            if (drafts.size() == MOST) {
                break;
            }
            Timeline timeline = timelines.get(entry.id.subject());
            if (timeline == null) {
                Agenda.put(owner, entry.id.subject(), null, null); // it was undone
            } else if (isOpen(timeline.schedule(), accounts)) {
                timeline.due(begin(entry), MOST - drafts.size())
                        .forEach(due -> drafts.add(Draft.of(
                                timeline.schedule(),
                                due.date(),
                                timeline.schedule().money(),
                                due.due())));
                done.add(entry);
            } else {
                LocalDate since = Optional.ofNullable(entry.stuckSince).orElse(entry.dueOn);
                Agenda.put(owner, entry.id.subject(), today.plusDays(1), since);
            }
        }
        return done;
    }

    /** Has those that are done with looked after from the next day on that they post, and says whether that has come for any. */
    private boolean plan(List<Agenda> done, Map<UUID, Timeline> timelines) {
        boolean more = false;
        for (Agenda entry : done) {
            Optional<LocalDate> next = timelines.get(entry.id.subject()).firstDue(begin(entry));
            Agenda.put(owner, entry.id.subject(), next.orElse(null), null);
            more |= next.filter(day -> !day.isAfter(today)).isPresent();
        }
        return more;
    }

    /** From here on there may be something that is not posted. */
    private static LocalDate begin(Agenda entry) {
        return Weekend.earliest(Optional.ofNullable(entry.stuckSince).orElse(entry.dueOn));
    }

    private static Map<UUID, Account> accounts(UUID owner, Stream<Schedule> schedules) {
        return Account.all(owner, schedules.flatMap(Posting::accountIds).collect(Collectors.toSet()));
    }

    private static Stream<UUID> accountIds(Schedule schedule) {
        return Stream.of(schedule.accountId, schedule.toAccountId).filter(Objects::nonNull);
    }

    private static boolean fits(Schedule schedule, Map<UUID, Account> accounts) {
        return accountIds(schedule)
                .allMatch(id ->
                        accounts.containsKey(id) && accounts.get(id).currency.equals(schedule.currency));
    }

    private static boolean anyClosed(Schedule schedule, Map<UUID, Account> accounts) {
        return accountIds(schedule).anyMatch(id -> accounts.get(id).closed);
    }

    /** Whether its accounts take what it posts. */
    private static boolean isOpen(Schedule schedule, Map<UUID, Account> accounts) {
        return fits(schedule, accounts) && !anyClosed(schedule, accounts);
    }

    /** Makes the transactions of those that nobody has posted, and says which they are. */
    private static List<Draft> write(UUID owner, List<Draft> drafts) {
        Set<UUID> first = Posted.add(
                owner,
                drafts.stream()
                        .map(draft -> new Posted.New(draft.schedule.id, draft.date, draft.id()))
                        .toList());
        List<Draft> mine =
                drafts.stream().filter(draft -> first.contains(draft.id())).toList();
        mine.stream()
                .map(Draft::transactions)
                .filter(transactions -> transactions.size() > 1)
                .forEach(sides -> Transfer.hold(owner, sides.getFirst(), sides.getLast()));
        Panache.flush();
        Transaction.record(
                owner,
                mine.stream().flatMap(draft -> draft.transactions.stream()).toList());
        Map<String, Long> counts = mine.stream()
                .collect(Collectors.groupingBy(draft -> draft.schedule.type.code(), Collectors.counting()));
        counts.forEach((type, count) -> BusinessMetrics.addOnCommit(count, "nestegg.occurrences.posted", "type", type));
        return mine;
    }
}

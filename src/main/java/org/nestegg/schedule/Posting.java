package org.nestegg.schedule;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        if (accounts.values().stream().anyMatch(account -> account.closed)) {
            throw new ProblemException(AccountProblem.ACCOUNT_CLOSED);
        }
        Posting posting = new Posting(schedule.owner, day);
        posting.drafts.add(Draft.of(schedule, date, money, day));
        posting.write();
    }

    private boolean run(List<Agenda> entries) {
        if (entries.isEmpty()) {
            return false;
        }
        Map<UUID, Schedule> schedules = Schedule.all(
                owner, entries.stream().map(entry -> entry.id.subject()).toList());
        Map<UUID, Posted> posted = Posted.of(
                owner,
                schedules.values(),
                entries.stream().map(Posting::begin).min(LocalDate::compareTo).orElseThrow());
        Map<UUID, Account> accounts = accounts(owner, schedules.values().stream());
        List<Agenda> done = new ArrayList<>();
        for (Agenda entry : entries) {
            Schedule schedule = schedules.get(entry.id.subject());
            if (drafts.size() == MOST) {
                break;
            }
            if (schedule == null) {
                Agenda.put(owner, entry.id.subject(), null, null); // it was undone
            } else if (isOpen(schedule, accounts)) {
                new Timeline(schedule, posted.get(schedule.id), today)
                        .due(begin(entry), MOST - drafts.size())
                        .forEach(due -> drafts.add(Draft.of(schedule, due.date(), schedule.money(), due.due())));
                done.add(entry);
            } else {
                Agenda.put(
                        owner,
                        schedule.id,
                        today.plusDays(1),
                        Optional.ofNullable(entry.stuckSince).orElse(entry.dueOn));
            }
        }
        write().forEach(draft -> posted.get(draft.schedule.id)
                .byDay()
                .put(draft.date, new Posted.Entry(draft.id(), false, draft.schedule.money())));
        for (Agenda entry : done) {
            Schedule schedule = schedules.get(entry.id.subject());
            Timeline timeline = new Timeline(schedule, posted.get(schedule.id), today);
            Agenda.put(owner, schedule.id, timeline.firstDue(begin(entry)).orElse(null), null);
        }
        Panache.flush();
        return drafts.size() == MOST;
    }

    /** From here on there may be something that is not posted. */
    private static LocalDate begin(Agenda entry) {
        return Weekend.earliest(Optional.ofNullable(entry.stuckSince).orElse(entry.dueOn));
    }

    private static Map<UUID, Account> accounts(UUID owner, Stream<Schedule> schedules) {
        Set<UUID> ids = new HashSet<>();
        schedules.forEach(schedule -> {
            ids.add(schedule.accountId);
            ids.add(schedule.toAccountId);
        });
        ids.remove(null);
        return Account.all(owner, ids);
    }

    private static boolean fits(Schedule schedule, Map<UUID, Account> accounts) {
        return Stream.of(Optional.ofNullable(schedule.accountId), Optional.ofNullable(schedule.toAccountId))
                .flatMap(Optional::stream)
                .allMatch(id ->
                        accounts.containsKey(id) && accounts.get(id).currency.equals(schedule.currency));
    }

    /** Whether its accounts take what it posts. */
    private static boolean isOpen(Schedule schedule, Map<UUID, Account> accounts) {
        return fits(schedule, accounts)
                && Stream.of(Optional.ofNullable(schedule.accountId), Optional.ofNullable(schedule.toAccountId))
                        .flatMap(Optional::stream)
                        .noneMatch(id -> accounts.get(id).closed);
    }

    /** Makes the transactions of those that nobody has posted, and says which they are. */
    private List<Draft> write() {
        drafts.sort((one, other) -> one.transactions.getFirst().date.compareTo(other.transactions.getFirst().date));
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

package org.nestegg.statement;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.account.Account;
import org.nestegg.account.AccountProblem;
import org.nestegg.change.Recording;
import org.nestegg.money.Money;
import org.nestegg.platform.database.LongWork;
import org.nestegg.platform.problem.Conflict;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.transaction.ImportedTransactions;
import org.nestegg.transaction.ImportedTransactions.Candidate;
import org.nestegg.transaction.ImportedTransactions.Placement;
import org.nestegg.transaction.Transaction;

/** Carries out what a plan says of its rows, all or nothing, and takes it back. Both are part of a change that has begun. */
final class Application {

    /** So many conflicts are named. */
    private static final int NAMED = 100;

    private final UUID owner;
    private final StatementImport sent;
    private final StatementPlan plan;

    Application(StatementImport sent, StatementPlan plan) {
        owner = sent.owner;
        this.sent = sent;
        this.plan = plan;
    }

    /**
     * Carries out the plan exactly as it was shown.
     *
     * @param own the owner's own currency
     * @throws ProblemException with {@code plan-incomplete} or {@code account-closed}; or with {@code plan-stale} after the plan has been
     *     made anew, which is to be kept
     */
    void apply(Currency own) {
        if (!plan.complete) {
            throw new ProblemException(StatementProblem.PLAN_INCOMPLETE);
        }
        LongWork.begin();
        List<PlanRow> rows = RowStore.all(owner, sent.id);
        Recording recording = Recording.current().orElseThrow();
        if (recording.seq() != plan.plannedSeq + 1) {
            checkFresh(rows, new Planner(own, sent, plan), recording);
        }
        List<PlanRow> creating =
                rows.stream().filter(row -> row.decision == Decision.CREATE).toList();
        List<PlanRow> linking =
                rows.stream().filter(row -> row.decision == Decision.LINK).toList();
        List<PlanRow> concerned =
                Stream.concat(creating.stream(), linking.stream()).toList();
        checkOpen(concerned);
        Transaction.record(owner, creating.stream().map(this::create).toList());
        link(linking);
        RowStore.applied(owner, sent.id, concerned);
        plan.touch();
        sent.applied();
    }

    /** What has changed since the plan was made may change what it would be. */
    private void checkFresh(List<PlanRow> rows, Planner planner, Recording recording) {
        List<Decided> shown = rows.stream().map(Decided::of).toList();
        planner.checkAccounts(rows);
        planner.decide(rows);
        if (!shown.equals(rows.stream().map(Decided::of).toList())) {
            RowStore.replace(owner, sent.id, rows);
            plan.plannedSeq = recording.seq() - 1;
            recording.abandon();
            throw new PlanStaleException();
        }
    }

    /** What is to become of a row, as far as it makes a difference. */
    private record Decided(UUID account, Decision decision, UUID transaction, String externalId) {

        static Decided of(PlanRow row) {
            return new Decided(row.accountId, row.decision, row.transactionId, row.externalId);
        }
    }

    private void checkOpen(List<PlanRow> rows) {
        Set<UUID> accounts = rows.stream().map(row -> row.accountId).collect(Collectors.toSet());
        if (Account.all(owner, accounts).values().stream().anyMatch(account -> account.closed)) {
            throw new ProblemException(AccountProblem.ACCOUNT_CLOSED);
        }
    }

    private Transaction create(PlanRow row) {
        Transaction transaction = Transaction.imported(
                owner,
                sent.id,
                row.accountId,
                new Money(row.amount.stripTrailingZeros(), Currency.getInstance(row.currency)),
                row.date);
        transaction.describe(row.description, row.category, row.tags, row.notes);
        transaction.externalId = row.externalId;
        row.appliedId = transaction.id;
        row.beforeAccountId = null;
        row.beforeExternalId = null;
        row.beforeAmount = null;
        return transaction;
    }

    private void link(List<PlanRow> rows) {
        Map<UUID, Candidate> targets = byId(rows.stream().map(row -> row.transactionId));
        Map<UUID, Set<String>> taken = Linking.taken(
                owner,
                targets.values().stream()
                        .map(Candidate::externalId)
                        .filter(Objects::nonNull)
                        .toList());
        List<Placement> placements = new ArrayList<>();
        for (PlanRow row : rows) {
            Candidate target = targets.get(row.transactionId);
            row.appliedId = target.id();
            row.beforeAccountId = target.account();
            row.beforeExternalId = target.externalId();
            row.beforeAmount = target.amount().compareTo(row.amount) == 0 ? null : target.amount();
            // What it is known by among those of no account may be another's in this one.
            boolean keeps = target.externalId() != null
                    && (target.account() != null
                            || !taken.getOrDefault(row.accountId, Set.of()).contains(target.externalId()));
            placements.add(new Placement(
                    target.id(), row.accountId, keeps ? target.externalId() : row.externalId, row.amount));
        }
        ImportedTransactions.place(owner, placements);
    }

    private Map<UUID, Candidate> byId(Stream<UUID> ids) {
        return ImportedTransactions.candidates(owner, ids.collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
    }

    /**
     * Takes back what was carried out: what was created is deleted, what was linked is as free as before.
     *
     * @param keepChanged whether what was changed since stays as it is
     * @throws ProblemException with {@code import-changed}, naming what was
     */
    void undo(boolean keepChanged) {
        LongWork.begin();
        List<PlanRow> rows = RowStore.all(owner, sent.id).stream()
                .filter(row -> row.appliedId != null)
                .toList();
        List<PlanRow> created =
                rows.stream().filter(row -> row.decision == Decision.CREATE).toList();
        List<PlanRow> linked =
                rows.stream().filter(row -> row.decision == Decision.LINK).toList();
        Map<UUID, Transaction> there = ImportedTransactions.createdBy(owner, sent.id);
        Map<UUID, Candidate> targets = byId(linked.stream().map(row -> row.appliedId));
        List<PlanRow> changed = Stream.concat(
                        created.stream().filter(row -> isChanged(row, there.get(row.appliedId))),
                        linked.stream().filter(row -> isBound(row, targets.get(row.appliedId))))
                .toList();
        if (!changed.isEmpty() && !keepChanged) {
            throw new ProblemException(
                    StatementProblem.IMPORT_CHANGED,
                    changed.stream()
                            .limit(NAMED)
                            .map(row -> new Conflict("transaction", row.appliedId, null))
                            .toList());
        }
        Set<PlanRow> kept = Set.copyOf(changed);
        ImportedTransactions.delete(
                owner,
                created.stream()
                        .filter(row -> !kept.contains(row))
                        .map(row -> row.appliedId)
                        .collect(Collectors.toSet()));
        ImportedTransactions.place(
                owner,
                linked.stream()
                        .filter(row -> !kept.contains(row) && targets.containsKey(row.appliedId))
                        .map(row -> freed(row, targets.get(row.appliedId)))
                        .toList());
        RowStore.kept(owner, sent.id, changed);
        plan.touch();
        sent.undone();
    }

    /** Whether what was created is no longer there as it was created, or money of it is set aside. */
    private static boolean isChanged(PlanRow row, Transaction now) {
        return now == null
                || now.transferId != null
                || now.allocated.signum() != 0
                || now.amount.compareTo(row.amount) != 0
                || !now.currency.getCurrencyCode().equals(row.currency)
                || !now.date.equals(row.date)
                || !Objects.equals(now.accountId, row.accountId)
                || !now.description.equals(row.description)
                || !Objects.equals(now.category, row.category)
                || !now.tags.equals(row.tags)
                || !Objects.equals(now.notes, row.notes)
                || !Objects.equals(now.externalId, row.externalId);
    }

    /**
     * Whether what was linked cannot be what it was: it has become a side of a transfer, which must lie in an account and has the amount
     * of the other, or more money of it is set aside than it had.
     */
    private static boolean isBound(PlanRow row, Candidate now) {
        if (now == null) {
            return false;
        }
        boolean again = isBanksAmount(row, now);
        return now.transfer() && (row.beforeAccountId == null || again)
                || again && now.setAside() && now.allocated().compareTo(row.beforeAmount) > 0;
    }

    /** Whether it has the amount that the bank gave it, in the place of another. */
    private static boolean isBanksAmount(PlanRow row, Candidate now) {
        return row.beforeAmount != null
                && now.amount().compareTo(row.amount) == 0
                && now.currency().equals(row.currency);
    }

    /** As it was before, as far as nobody has made it another since. */
    private static Placement freed(PlanRow row, Candidate now) {
        boolean there = Objects.equals(now.account(), row.accountId);
        boolean known = Objects.equals(now.externalId(), row.externalId);
        return new Placement(
                now.id(),
                there ? row.beforeAccountId : now.account(),
                known ? row.beforeExternalId : now.externalId(),
                isBanksAmount(row, now) ? row.beforeAmount : now.amount());
    }
}

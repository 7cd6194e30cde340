package org.nestegg.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.statement.Pairing.Pair;
import org.nestegg.statement.RowStore.Earlier;
import org.nestegg.transaction.BankText;
import org.nestegg.transaction.ImportedTransactions.Candidate;

/**
 * Decides what is to become of the rows of a plan. What rows could be is read by a few statements, whatever their number, and compared
 * in five steps, each of which leaves less to the next: the same reference; the same row, counted; what was recorded by hand or posted by
 * a schedule; what is probably there already; and the rest is new. Each transaction is claimed by one row at most.
 */
final class Matching {

    /** What was recorded by hand is at most so far. */
    private static final int BY_HAND_DAYS = 7;

    private final UUID owner;
    private final UUID importId;
    private final String source;
    private final List<PlannedStatement> statements;
    private final List<PlanRow> rows;

    private final Set<UUID> claimed = new HashSet<>();
    private final Map<String, BankText> texts = new HashMap<>();
    private final Map<UUID, Set<String>> given = new HashMap<>();
    private Known known = Known.NOTHING;

    /** @param source tells the files of one bank and format from others */
    Matching(UUID owner, UUID importId, String source, List<PlannedStatement> statements, List<PlanRow> rows) {
        this.statements = statements;
        this.owner = owner;
        this.importId = importId;
        this.source = source;
        this.rows = rows;
    }

    /** Where rows stand that are the same. */
    private record Key(UUID account, LocalDate date, BigDecimal amount, String text) {}

    void run() {
        List<PlanRow> open = rows.stream().filter(this::isOpen).toList();
        known = Known.of(owner, importId, open);
        choices();
        open = open.stream().filter(row -> row.chosen == null && !row.pending).toList();
        Map<String, List<Candidate>> named = known.candidates().stream()
                .filter(candidate -> candidate.externalId() != null)
                .collect(Collectors.groupingBy(Candidate::externalId));
        Map<String, List<Earlier>> referred = known.earlier().stream()
                .filter(before -> before.reference() != null)
                .collect(Collectors.groupingBy(Earlier::reference));
        open = left(open, row -> sameReference(row, named, referred));
        Map<Key, List<Earlier>> alike = known.earlier().stream()
                .collect(Collectors.groupingBy(
                        e -> new Key(e.account(), e.date(), Pairing.plain(e.amount()), e.text())));
        open = left(open, row -> sameRow(row, alike));
        open = left(open, Matching::skippedByRule);
        open = byHand(open);
        open = scheduled(open);
        open = probable(open);
        open.forEach(row -> row.decide(Decision.CREATE, Reason.NEW, null));
        rows.forEach(this::reference);
    }

    /** What cannot be recorded is skipped, unless somebody has said otherwise of what is only pending. */
    private boolean isOpen(PlanRow row) {
        if (row.isInvalid()) {
            row.chosen = null;
        }
        if (row.pending && row.chosen == null) {
            row.decide(Decision.SKIP, Reason.PENDING, null);
        } else if (row.isInvalid()) {
            row.decide(Decision.SKIP, Reason.INVALID, null);
        } else if (row.chosen == null) {
            row.decide(Decision.CREATE, Reason.NEW, null);
        }
        return row.isRecordable() && (!row.pending || row.chosen != null);
    }

    private static boolean skippedByRule(PlanRow row) {
        if (row.skippedByRule) {
            row.decide(Decision.SKIP, Reason.RULE, null);
        }
        return row.skippedByRule;
    }

    /** What was chosen holds as long as it can be done. */
    private void choices() {
        List<PlanRow> chosen = rows.stream().filter(row -> row.chosen != null).toList();
        Map<UUID, Candidate> targets = Linking.targets(
                owner,
                importId,
                chosen.stream()
                        .filter(row -> row.chosen == Decision.LINK)
                        .map(row -> row.transactionId)
                        .collect(Collectors.toSet()));
        Tolerances admitted = Tolerances.of(owner, targets.values());
        for (PlanRow row : chosen) {
            if (row.chosen != Decision.LINK) {
                row.decide(row.chosen, Reason.CHOSEN, null);
            } else if (Linking.fits(row, targets.get(row.transactionId), admitted) && claimed.add(row.transactionId)) {
                row.decide(Decision.LINK, Reason.CHOSEN, row.transactionId);
            } else {
                row.chosen = null;
                if (row.pending) {
                    row.decide(Decision.SKIP, Reason.PENDING, null);
                }
            }
        }
    }

    private static List<PlanRow> left(List<PlanRow> open, Predicate<PlanRow> decided) {
        return open.stream().filter(row -> !decided.test(row)).toList();
    }

    private boolean sameReference(
            PlanRow row, Map<String, List<Candidate>> named, Map<String, List<Earlier>> referred) {
        if (row.reference == null) {
            return false;
        }
        for (Candidate candidate : named.getOrDefault(row.reference, List.of())) {
            if (Objects.equals(row.accountId, candidate.account())
                    && isNear(row, candidate.date(), candidate.amount(), Known.REFERENCE_DAYS)
                    && claimed.add(candidate.id())) {
                row.decide(
                        Decision.SKIP,
                        Reason.SAME_REFERENCE,
                        candidate.id(),
                        Pairing.days(row, candidate.date()),
                        text(row.text).similarity(text(BankText.normal(candidate.description()))));
                return true;
            }
        }
        for (Earlier before : referred.getOrDefault(row.reference, List.of())) {
            if (Objects.equals(row.accountId, before.account())
                    && isNear(row, before.date(), before.amount(), Known.REFERENCE_DAYS)
                    && claimed.add(before.transaction())) {
                skip(row, Reason.SAME_REFERENCE, before);
                return true;
            }
        }
        return false;
    }

    private boolean sameRow(PlanRow row, Map<Key, List<Earlier>> alike) {
        for (Earlier before :
                alike.getOrDefault(new Key(row.accountId, row.date, Pairing.plain(row.amount), row.text), List.of())) {
            if (!differ(row.reference, before.reference()) && claimed.add(before.transaction())) {
                skip(row, Reason.SAME_ROW, before);
                return true;
            }
        }
        return false;
    }

    /** What was recorded by hand, and what schedules have posted, with the amount of the bank. */
    private List<PlanRow> byHand(List<PlanRow> open) {
        return linked(open, byHand(Linking::canBe).sameAmount(open, left(_ -> true), BY_HAND_DAYS));
    }

    /** What schedules have posted with an amount that the bank's is near enough to. */
    private List<PlanRow> scheduled(List<PlanRow> open) {
        return linked(
                open,
                byHand((row, candidate) -> Linking.fits(row, candidate, known.tolerances()))
                        .sameDirection(open, left(known.tolerances()::concern), BY_HAND_DAYS));
    }

    /** Those that no bank's row stands for yet. */
    private List<Candidate> left(Predicate<Candidate> which) {
        return known.candidates().stream()
                .filter(candidate -> known.byHand().contains(candidate.id()) && !claimed.contains(candidate.id()))
                .filter(which)
                .toList();
    }

    private Pairing<Candidate> byHand(BiPredicate<PlanRow, Candidate> fits) {
        return new Pairing<>(
                Candidate::date,
                Candidate::amount,
                candidate -> text(BankText.normal(candidate.description())),
                row -> text(row.text),
                fits);
    }

    private List<PlanRow> linked(List<PlanRow> open, List<Pair<Candidate>> pairs) {
        return settled(
                open,
                pairs.stream().filter(Matching::isLikelyByHand),
                Candidate::id,
                pair -> pair.row()
                        .decide(
                                Decision.LINK,
                                pair.other().scheduleId() == null ? Reason.RECORDED_BY_HAND : Reason.SCHEDULED,
                                pair.other().id(),
                                pair.days(),
                                pair.similarity()));
    }

    private static boolean isLikelyByHand(Pair<Candidate> pair) {
        return pair.days() <= 1 || pair.days() <= 3 && pair.similarity() >= 0.3 || pair.similarity() >= 0.6;
    }

    private List<PlanRow> probable(List<PlanRow> open) {
        List<Earlier> left = known.earlier().stream()
                .filter(before -> !claimed.contains(before.transaction()))
                .toList();
        Pairing<Earlier> pairing = new Pairing<>(
                Earlier::date,
                Earlier::amount,
                before -> text(before.text()),
                row -> text(row.text),
                (row, before) -> before.account().equals(row.accountId) && !differ(row.reference, before.reference()));
        return settled(
                open,
                pairing.sameAmount(open, left, 1).stream().filter(this::isLikelyThere),
                Earlier::transaction,
                pair -> skip(pair.row(), Reason.PROBABLE_DUPLICATE, pair.other()));
    }

    /** From another source what is alike; from the same one what this file, which is about that day, should have had. */
    private boolean isLikelyThere(Pair<Earlier> pair) {
        if (!pair.other().source().equals(source)) {
            return pair.similarity() >= 0.35;
        }
        PlannedStatement statement = statements.get(pair.row().statement);
        LocalDate day = pair.other().date();
        return !day.isBefore(statement.from()) && !day.isAfter(statement.to());
    }

    /** Decides on rows by the best pair that is left for each, and returns those that none is left for. */
    private <T> List<PlanRow> settled(
            List<PlanRow> open, Stream<Pair<T>> likely, Function<T, UUID> transaction, Consumer<Pair<T>> decide) {
        Set<PlanRow> decided = new HashSet<>();
        likely.forEach(pair -> {
            if (!decided.contains(pair.row()) && claimed.add(transaction.apply(pair.other()))) {
                decided.add(pair.row());
                decide.accept(pair);
            }
        });
        return left(open, decided::contains);
    }

    private void skip(PlanRow row, Reason reason, Earlier before) {
        boolean there = known.present().contains(before.transaction());
        row.decide(
                Decision.SKIP,
                there ? reason : Reason.DELETED_BEFORE,
                there ? before.transaction() : null,
                Pairing.days(row, before.date()),
                text(row.text).similarity(text(before.text())));
    }

    /** Only what is created or linked takes the reference, and only where it is free: the first of a pending row and a booked one. */
    private void reference(PlanRow row) {
        boolean takes = row.decision != Decision.SKIP
                && row.reference != null
                && row.accountId != null
                && !known.taken().getOrDefault(row.accountId, Set.of()).contains(row.reference)
                && given.computeIfAbsent(row.accountId, _ -> new HashSet<>()).add(row.reference);
        row.externalId = takes ? row.reference : null;
    }

    private BankText text(String normal) {
        return texts.computeIfAbsent(normal, BankText::new);
    }

    private static boolean isNear(PlanRow row, LocalDate date, BigDecimal amount, int most) {
        return row.amount.compareTo(amount) == 0 && Pairing.days(row, date) <= most;
    }

    private static boolean differ(String one, String other) {
        return one != null && other != null && !one.equals(other);
    }
}

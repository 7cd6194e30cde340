package org.nestegg.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nestegg.statement.RowStore.Earlier;
import org.nestegg.transaction.BankText;
import org.nestegg.transaction.Transaction;
import org.nestegg.transaction.Transaction.Candidate;

/**
 * Decides what is to become of the rows of a plan. What rows could be is read by a few statements, whatever their number, and compared
 * in five steps, each of which leaves less to the next: the same reference; the same row, counted; what was recorded by hand; what is
 * probably there already; and the rest is new. Each transaction is claimed by one row at most.
 */
final class Matching {

    /** References may be posted so much later. */
    private static final int REFERENCE_DAYS = 10;

    /** What was recorded by hand is at most so far. */
    private static final int BY_HAND_DAYS = 7;

    /** So many pairs are compared for a plan, or a few for each row. */
    private static final int PAIRS = 200_000;

    private static final int PAIRS_OF_A_ROW = 8;

    private final UUID owner;
    private final UUID importId;
    private final String source;
    private final List<PlannedStatement> statements;
    private final List<PlanRow> rows;

    private final Set<UUID> claimed = new HashSet<>();
    private final Map<String, BankText> texts = new HashMap<>();
    private Set<UUID> byHand = Set.of();
    private List<Candidate> candidates = List.of();
    private List<Earlier> earlier = List.of();
    private Set<UUID> present = Set.of();
    private Map<UUID, Set<String>> taken = Map.of();

    /** @param source tells the files of one bank and format from others */
    Matching(UUID owner, UUID importId, String source, List<PlannedStatement> statements, List<PlanRow> rows) {
        this.statements = statements;
        this.owner = owner;
        this.importId = importId;
        this.source = source;
        this.rows = rows;
    }

    /** A row with what it could be. */
    private record Pair<T>(PlanRow row, T other, long days, double similarity, double score) {}

    /** Where rows stand that are the same. */
    private record Key(UUID account, LocalDate date, BigDecimal amount, String text) {}

    void run() {
        List<PlanRow> open = rows.stream().filter(this::isOpen).toList();
        load(open);
        choices();
        open = open.stream().filter(row -> row.chosen == null && !row.pending).toList();
        Map<String, List<Candidate>> known = candidates.stream()
                .filter(candidate -> candidate.externalId() != null)
                .collect(Collectors.groupingBy(Candidate::externalId));
        Map<String, List<Earlier>> referred = earlier.stream()
                .filter(before -> before.reference() != null)
                .collect(Collectors.groupingBy(Earlier::reference));
        open = left(open, row -> sameReference(row, known, referred));
        Map<Key, List<Earlier>> alike = earlier.stream()
                .collect(Collectors.groupingBy(e -> new Key(e.account(), e.date(), plain(e.amount()), e.text())));
        open = left(open, row -> sameRow(row, alike));
        open = left(open, Matching::skippedByRule);
        open = byHand(open);
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

    private void load(List<PlanRow> open) {
        List<PlanRow> placed =
                open.stream().filter(row -> row.accountId != null).toList();
        if (placed.isEmpty()) {
            return;
        }
        LocalDate from = placed.stream()
                .map(row -> row.date)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate to = placed.stream()
                .map(row -> row.date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Set<UUID> accounts = placed.stream().map(row -> row.accountId).collect(Collectors.toSet());
        Set<BigDecimal> amounts = placed.stream().map(row -> plain(row.amount)).collect(Collectors.toSet());
        candidates = Transaction.candidates(
                owner, accounts, from.minusDays(REFERENCE_DAYS), to.plusDays(REFERENCE_DAYS), amounts);
        earlier = RowStore.earlier(
                owner, importId, accounts, from.minusDays(REFERENCE_DAYS), to.plusDays(REFERENCE_DAYS), amounts);
        present = Transaction.existing(
                owner, earlier.stream().map(Earlier::transaction).collect(Collectors.toSet()));
        Set<UUID> notImported = candidates.stream()
                .filter(candidate -> !candidate.imported())
                .map(Candidate::id)
                .collect(Collectors.toSet());
        byHand = new HashSet<>(notImported);
        byHand.removeAll(RowStore.stoodFor(owner, importId, notImported));
        taken =
                Transaction.placed(
                                owner,
                                placed.stream()
                                        .map(row -> row.reference)
                                        .filter(Objects::nonNull)
                                        .toList())
                        .stream()
                        .filter(placement -> placement.account() != null)
                        .collect(Collectors.groupingBy(
                                Transaction.Placement::account,
                                Collectors.mapping(Transaction.Placement::externalId, Collectors.toSet())));
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
        for (PlanRow row : chosen) {
            if (row.chosen != Decision.LINK) {
                row.decide(row.chosen, Reason.CHOSEN, null);
            } else if (Linking.fits(row, targets.get(row.transactionId)) && claimed.add(row.transactionId)) {
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
            PlanRow row, Map<String, List<Candidate>> known, Map<String, List<Earlier>> referred) {
        if (row.reference == null) {
            return false;
        }
        for (Candidate candidate : known.getOrDefault(row.reference, List.of())) {
            if (Objects.equals(row.accountId, candidate.account())
                    && isNear(row, candidate.date(), candidate.amount(), REFERENCE_DAYS)
                    && claimed.add(candidate.id())) {
                row.decide(
                        Decision.SKIP,
                        Reason.SAME_REFERENCE,
                        candidate.id(),
                        days(row, candidate.date()),
                        text(row.text).similarity(text(BankText.normal(candidate.description()))));
                return true;
            }
        }
        for (Earlier before : referred.getOrDefault(row.reference, List.of())) {
            if (Objects.equals(row.accountId, before.account())
                    && isNear(row, before.date(), before.amount(), REFERENCE_DAYS)
                    && claimed.add(before.transaction())) {
                skip(row, Reason.SAME_REFERENCE, before);
                return true;
            }
        }
        return false;
    }

    private boolean sameRow(PlanRow row, Map<Key, List<Earlier>> alike) {
        for (Earlier before :
                alike.getOrDefault(new Key(row.accountId, row.date, plain(row.amount), row.text), List.of())) {
            if (!differ(row.reference, before.reference()) && claimed.add(before.transaction())) {
                skip(row, Reason.SAME_ROW, before);
                return true;
            }
        }
        return false;
    }

    private List<PlanRow> byHand(List<PlanRow> open) {
        List<Candidate> left = candidates.stream()
                .filter(candidate -> byHand.contains(candidate.id()) && !claimed.contains(candidate.id()))
                .toList();
        List<Pair<Candidate>> pairs = pairs(
                open,
                left,
                BY_HAND_DAYS,
                Candidate::date,
                Candidate::amount,
                candidate -> text(BankText.normal(candidate.description())),
                (row, candidate) ->
                        (candidate.account() == null || candidate.account().equals(row.accountId))
                                && candidate.currency().equals(row.currency));
        Set<PlanRow> decided = new HashSet<>();
        pairs.stream().filter(Matching::isLikelyByHand).forEach(pair -> {
            if (!decided.contains(pair.row) && claimed.add(pair.other.id())) {
                decided.add(pair.row);
                pair.row.decide(Decision.LINK, Reason.RECORDED_BY_HAND, pair.other.id(), pair.days, pair.similarity);
            }
        });
        return open.stream().filter(row -> !decided.contains(row)).toList();
    }

    private static boolean isLikelyByHand(Pair<Candidate> pair) {
        return pair.days <= 1 || pair.days <= 3 && pair.similarity >= 0.3 || pair.similarity >= 0.6;
    }

    private List<PlanRow> probable(List<PlanRow> open) {
        List<Earlier> left = earlier.stream()
                .filter(before -> !claimed.contains(before.transaction()))
                .toList();
        List<Pair<Earlier>> pairs = pairs(
                open,
                left,
                1,
                Earlier::date,
                Earlier::amount,
                before -> text(before.text()),
                (row, before) -> before.account().equals(row.accountId) && !differ(row.reference, before.reference()));
        Set<PlanRow> decided = new HashSet<>();
        pairs.stream().filter(this::isLikelyThere).forEach(pair -> {
            if (!decided.contains(pair.row) && claimed.add(pair.other.transaction())) {
                decided.add(pair.row);
                Reason reason =
                        present.contains(pair.other.transaction()) ? Reason.PROBABLE_DUPLICATE : Reason.DELETED_BEFORE;
                pair.row.decide(Decision.SKIP, reason, there(pair.other), pair.days, pair.similarity);
            }
        });
        return open.stream().filter(row -> !decided.contains(row)).toList();
    }

    /** From another source what is alike; from the same one what this file, which is about that day, should have had. */
    private boolean isLikelyThere(Pair<Earlier> pair) {
        if (!pair.other.source().equals(source)) {
            return pair.similarity >= 0.35;
        }
        PlannedStatement statement = statements.get(pair.row.statement);
        LocalDate day = pair.other.date();
        return !day.isBefore(statement.from()) && !day.isAfter(statement.to());
    }

    @FunctionalInterface
    private interface Fit<T> {

        boolean test(PlanRow row, T other);
    }

    /** Rows with what has the same amount some days from them, the best pairs first; of very many, the nearest ones. */
    private <T> List<Pair<T>> pairs(
            List<PlanRow> open,
            List<T> others,
            int most,
            Function<T, LocalDate> date,
            Function<T, BigDecimal> amount,
            Function<T, BankText> text,
            Fit<T> fits) {
        Map<BigDecimal, List<T>> byAmount = others.stream()
                .sorted(Comparator.comparing(date))
                .collect(Collectors.groupingBy(other -> plain(amount.apply(other))));
        int each = Math.max(PAIRS_OF_A_ROW, PAIRS / Math.max(1, open.size()));
        List<Pair<T>> pairs = new ArrayList<>();
        for (PlanRow row : open) {
            near(row, byAmount.getOrDefault(plain(row.amount), List.of()), date, most, 2 * each).stream()
                    .filter(other -> fits.test(row, other))
                    .limit(each)
                    .forEach(other -> {
                        long days = days(row, date.apply(other));
                        double similarity = text(row.text).similarity(text.apply(other));
                        pairs.add(new Pair<>(row, other, days, similarity, 0.6 * (1 - days / 8.0) + 0.4 * similarity));
                    });
        }
        // What scores the same stays in the order of rows.
        pairs.sort(Comparator.comparingDouble((Pair<T> pair) -> pair.score).reversed());
        return pairs;
    }

    /**
     * Those within so many days, the nearest first; of very many, some around the row's own day.
     *
     * @param others in the order of days
     */
    private static <T> List<T> near(PlanRow row, List<T> others, Function<T, LocalDate> date, int most, int enough) {
        int from = Math.max(before(others, date, row.date.minusDays(most)), before(others, date, row.date) - enough);
        int to = Math.min(before(others, date, row.date.plusDays(most + 1L)), before(others, date, row.date) + enough);
        List<T> found = new ArrayList<>(others.subList(Math.min(from, to), to));
        found.sort(Comparator.comparingLong(other -> days(row, date.apply(other))));
        return found;
    }

    /** How many are before a day. */
    private static <T> int before(List<T> others, Function<T, LocalDate> date, LocalDate day) {
        int low = 0;
        int high = others.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (date.apply(others.get(middle)).isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void skip(PlanRow row, Reason reason, Earlier before) {
        row.decide(
                Decision.SKIP,
                present.contains(before.transaction()) ? reason : Reason.DELETED_BEFORE,
                there(before),
                days(row, before.date()),
                text(row.text).similarity(text(before.text())));
    }

    private UUID there(Earlier before) {
        return present.contains(before.transaction()) ? before.transaction() : null;
    }

    /** Only what is created or linked takes the reference, and only where it is free. */
    private void reference(PlanRow row) {
        boolean free = row.reference != null
                && row.accountId != null
                && !taken.getOrDefault(row.accountId, Set.of()).contains(row.reference);
        row.externalId = row.decision != Decision.SKIP && free ? row.reference : null;
    }

    private BankText text(String normal) {
        return texts.computeIfAbsent(normal, BankText::new);
    }

    private static boolean isNear(PlanRow row, LocalDate date, BigDecimal amount, int most) {
        return row.amount.compareTo(amount) == 0 && days(row, date) <= most;
    }

    private static boolean differ(String one, String other) {
        return one != null && other != null && !one.equals(other);
    }

    private static long days(PlanRow row, LocalDate date) {
        return Math.abs(ChronoUnit.DAYS.between(row.date, date));
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.stripTrailingZeros();
    }
}

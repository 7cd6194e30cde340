package org.nestegg.transaction.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.account.Account;
import org.nestegg.platform.database.Criteria;
import org.nestegg.transaction.BankText;
import org.nestegg.transaction.ImportedTransactions;
import org.nestegg.transaction.ImportedTransactions.Candidate;
import org.nestegg.transaction.TransactionScan;
import org.nestegg.transaction.TransactionView;

/**
 * Finds what could be transfers: an expense of one open account and an income of another, of as much in the same currency and at most
 * three days apart. Expenses are gone through, the newest day first; of what could be several, each is in the best pair.
 */
final class Suggestions {

    /** Banks take so long. */
    private static final int DAYS = 3;

    /** So many expenses are looked at at once, and so many times for a page. */
    private static final int SLICE = 500;

    private static final int SLICES = 10;

    /** Of one amount, so many pairs are compared. */
    private static final int PAIRS = 50_000;

    private final UUID owner;
    private final Set<UUID> open;

    Suggestions(UUID owner) {
        this.owner = owner;
        open = Account.all(owner).stream()
                .filter(account -> !account.closed)
                .map(account -> account.id)
                .collect(Collectors.toSet());
    }

    /**
     * Some of them.
     *
     * @param next where to go on; empty at the end
     */
    record Found(List<SuggestionView> items, List<String> next) {}

    private record Pair(Candidate out, Candidate in, long days, double similarity) {}

    /**
     * The next ones.
     *
     * @param after where the expenses begin that are looked at; empty for the newest
     * @param most how many are wanted
     */
    Found page(List<String> after, int most) {
        List<SuggestionView> found = new ArrayList<>();
        List<String> from = after;
        for (int i = 0; i < SLICES; i++) {
            TransactionScan.Slice slice = TransactionScan.slice(owner, expenses(), Criteria.ofAll(), from, SLICE);
            List<TransactionView> outs = slice.rows();
            Map<UUID, Pair> pairs = outs.isEmpty() ? Map.of() : pairs(outs);
            for (TransactionView out : outs) {
                from = TransactionScan.key(out);
                Pair pair = pairs.get(out.id());
                if (pair != null) {
                    found.add(new SuggestionView(
                            pair.out.id(),
                            pair.in.id(),
                            pair.days,
                            BigDecimal.valueOf(pair.similarity).setScale(2, RoundingMode.HALF_UP)));
                }
                if (found.size() == most) {
                    boolean end = slice.isLast() && out.equals(outs.getLast());
                    return new Found(found, end ? List.of() : from);
                }
            }
            if (slice.isLast()) {
                return new Found(found, List.of());
            }
        }
        return new Found(found, from);
    }

    private Criteria expenses() {
        return Criteria.ofAll()
                .and("amount < 0 and transfer_id is null")
                .and("account_id = any(cast(:accounts as uuid[]))", "accounts", open);
    }

    /** The best pairs of some expenses and what is around them, by expense. */
    private Map<UUID, Pair> pairs(List<TransactionView> outs) {
        LocalDate first = outs.getLast().date();
        LocalDate last = outs.getFirst().date();
        Set<BigDecimal> amounts = outs.stream()
                .map(out -> new BigDecimal(out.amount()))
                .flatMap(amount ->
                        Stream.of(amount.stripTrailingZeros(), amount.negate().stripTrailingZeros()))
                .collect(Collectors.toSet());
        // Other expenses may be nearer to an income than these.
        Map<String, List<Candidate>> alike =
                ImportedTransactions.candidates(
                                owner, open, first.minusDays(2L * DAYS), last.plusDays(2L * DAYS), amounts)
                        .stream()
                        .filter(candidate -> open.contains(candidate.account()) && !candidate.transfer())
                        .filter(candidate -> !candidate.setAside())
                        .collect(Collectors.groupingBy(candidate ->
                                candidate.amount().abs().stripTrailingZeros().toPlainString() + candidate.currency()));
        List<Pair> pairs = alike.values().stream()
                .map(Suggestions::compared)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        pairs.sort(Comparator.comparingDouble((Pair pair) -> BankText.score(pair.days, pair.similarity))
                .reversed());
        Set<UUID> paired = new HashSet<>();
        Map<UUID, Pair> best = new HashMap<>();
        for (Pair pair : pairs) {
            if (!paired.contains(pair.out.id()) && !paired.contains(pair.in.id())) {
                paired.addAll(List.of(pair.out.id(), pair.in.id()));
                best.put(pair.out.id(), pair);
            }
        }
        return best;
    }

    /** @param alike in the order of days */
    private static List<Pair> compared(List<Candidate> alike) {
        List<Candidate> ins = alike.stream()
                .filter(candidate -> candidate.amount().signum() > 0)
                .toList();
        int most = Math.max(1, PAIRS / alike.size());
        List<Pair> pairs = new ArrayList<>();
        int first = 0;
        for (Candidate out : alike) {
            if (out.amount().signum() > 0) {
                continue;
            }
            while (first < ins.size()
                    && ins.get(first).date().isBefore(out.date().minusDays(DAYS))) {
                first++;
            }
            BankText text = text(out);
            ins.subList(first, ins.size()).stream()
                    .takeWhile(in -> !in.date().isAfter(out.date().plusDays(DAYS)))
                    .filter(in -> !in.account().equals(out.account()))
                    .limit(most)
                    .forEach(in -> pairs.add(new Pair(out, in, days(out, in), text.similarity(text(in)))));
        }
        return pairs;
    }

    private static BankText text(Candidate candidate) {
        return new BankText(BankText.normal(candidate.description()));
    }

    private static long days(Candidate one, Candidate other) {
        return Math.abs(ChronoUnit.DAYS.between(one.date(), other.date()));
    }
}

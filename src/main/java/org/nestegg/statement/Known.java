package org.nestegg.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.statement.RowStore.Earlier;
import org.nestegg.transaction.ImportedTransactions;
import org.nestegg.transaction.ImportedTransactions.Candidate;

/**
 * What is known around the days of the rows of a plan.
 *
 * @param candidates transactions that rows may be
 * @param earlier rows that were imported before
 * @param present the transactions of those that are there
 * @param byHand the candidates that no bank's row stands for yet
 * @param taken references, by account
 */
record Known(
        List<Candidate> candidates,
        List<Earlier> earlier,
        Set<UUID> present,
        Set<UUID> byHand,
        Tolerances tolerances,
        Map<UUID, Set<String>> taken) {

    /** References may be posted so much later. */
    static final int REFERENCE_DAYS = 10;

    static final Known NOTHING = new Known(List.of(), List.of(), Set.of(), Set.of(), Tolerances.NONE, Map.of());

    /** What rows could be, read by a few statements, whatever their number. */
    static Known of(UUID owner, UUID importId, List<PlanRow> open) {
        List<PlanRow> placed =
                open.stream().filter(row -> row.accountId != null).toList();
        if (placed.isEmpty()) {
            return NOTHING;
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
        Set<BigDecimal> amounts =
                placed.stream().map(row -> Pairing.plain(row.amount)).collect(Collectors.toSet());
        List<Candidate> candidates = ImportedTransactions.candidatesOrPosted(
                owner, accounts, from.minusDays(REFERENCE_DAYS), to.plusDays(REFERENCE_DAYS), amounts);
        List<Earlier> earlier = RowStore.earlier(
                owner, importId, accounts, from.minusDays(REFERENCE_DAYS), to.plusDays(REFERENCE_DAYS), amounts);
        Set<UUID> notImported = candidates.stream()
                .filter(candidate -> !candidate.imported())
                .map(Candidate::id)
                .collect(Collectors.toSet());
        Set<UUID> byHand = new HashSet<>(notImported);
        byHand.removeAll(RowStore.stoodFor(owner, importId, notImported));
        return new Known(
                candidates,
                earlier,
                ImportedTransactions.existing(
                        owner, earlier.stream().map(Earlier::transaction).collect(Collectors.toSet())),
                byHand,
                Tolerances.of(owner, candidates),
                Linking.taken(
                        owner,
                        placed.stream()
                                .map(row -> row.reference)
                                .filter(Objects::nonNull)
                                .toList()));
    }
}

package org.nestegg.statement;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nestegg.transaction.ImportedTransactions;
import org.nestegg.transaction.ImportedTransactions.Candidate;
import org.nestegg.transaction.ImportedTransactions.Placement;

/** Which transactions rows can be linked to. */
final class Linking {

    private Linking() {}

    /** Those of some transactions that no row of another import stands for, by id. */
    static Map<UUID, Candidate> targets(UUID owner, UUID importId, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Set<UUID> stoodFor = RowStore.stoodFor(owner, importId, ids);
        return ImportedTransactions.candidates(owner, ids).stream()
                .filter(candidate -> !candidate.imported() && !stoodFor.contains(candidate.id()))
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
    }

    /** Which of some references are taken in which accounts. */
    static Map<UUID, Set<String>> taken(UUID owner, Collection<String> references) {
        return ImportedTransactions.placed(owner, references).stream()
                .filter(placement -> placement.account() != null)
                .collect(Collectors.groupingBy(
                        Placement::account, Collectors.mapping(Placement::externalId, Collectors.toSet())));
    }

    /**
     * Whether a row can be what a transaction is about: in the same account or in none yet, with the same amount, or one that is near
     * enough to what a schedule has posted.
     */
    static boolean fits(PlanRow row, Candidate candidate, Tolerances tolerances) {
        return candidate != null
                && canBe(row, candidate)
                && (row.amount.compareTo(candidate.amount()) == 0 || tolerances.admit(row, candidate));
    }

    /** Whether a row can be what a transaction is about, by where that lies. */
    static boolean canBe(PlanRow row, Candidate candidate) {
        return row.currency.equals(candidate.currency())
                && (candidate.account() == null || candidate.account().equals(row.accountId));
    }
}

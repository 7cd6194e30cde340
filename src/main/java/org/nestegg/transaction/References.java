package org.nestegg.transaction;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.platform.problem.ProblemException;

/** Whether what transactions of a batch are known by elsewhere is theirs alone, in each account and among those of none. */
final class References {

    private final Map<Reference, Integer> times = new HashMap<>();

    private References() {}

    /**
     * Those of a batch, and of what is there already.
     *
     * @param created those that are new, null where one is at fault
     * @param updated those that change, likewise
     * @param concerned all that change or go
     */
    static References of(UUID owner, List<Transaction> created, List<Transaction> updated, Set<UUID> concerned) {
        References references = new References();
        List<Transaction> written = Stream.concat(created.stream(), updated.stream())
                .filter(Objects::nonNull)
                .filter(transaction -> transaction.externalId != null)
                .toList();
        written.forEach(references::add);
        if (!written.isEmpty()) {
            Set<String> ids = written.stream().map(t -> t.externalId).collect(Collectors.toSet());
            others(owner, ids, concerned).forEach(references::add);
        }
        return references;
    }

    private static Stream<Transaction> others(UUID owner, Set<String> externalIds, Collection<UUID> concerned) {
        return Transaction.knownBy(owner, externalIds).stream()
                .filter(transaction -> !concerned.contains(transaction.id));
    }

    private void add(Transaction transaction) {
        times.merge(Reference.of(transaction), 1, Integer::sum);
    }

    /** @throws ProblemException with {@code external-id-taken} if there are several of a transaction's */
    Transaction check(Transaction transaction) {
        if (times.getOrDefault(Reference.of(transaction), 0) > 1) {
            throw new ProblemException(TransactionProblem.EXTERNAL_ID_TAKEN);
        }
        return transaction;
    }

    private record Reference(UUID account, String externalId) {

        static Reference of(Transaction transaction) {
            return new Reference(transaction.accountId, transaction.externalId);
        }
    }
}

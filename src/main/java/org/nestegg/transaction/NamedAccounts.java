package org.nestegg.transaction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.account.Account;

/** The accounts that inputs name, read at once: in no statement where they name none, else in one. */
record NamedAccounts(Map<UUID, Account> byId) {

    static NamedAccounts of(UUID owner, TransactionInput input) {
        return of(owner, List.of(input));
    }

    static NamedAccounts of(UUID owner, Collection<TransactionInput> inputs) {
        Set<UUID> ids = inputs.stream()
                .map(TransactionInput::accountId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new NamedAccounts(Account.all(owner, ids));
    }

    /** The account that an input names, if it names one that there is. */
    Optional<Account> of(TransactionInput input) {
        return Optional.ofNullable(input.accountId()).map(byId::get);
    }
}

package org.nestegg.transaction;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.platform.database.Sql;

/** The accounts that inputs name, read at once: in no statement where they name none, else in one. */
record NamedAccounts(Map<UUID, Named> byId) {

    static final NamedAccounts NONE = new NamedAccounts(Map.of());

    /** What of an account decides on what it takes. */
    record Named(UUID id, Currency currency, boolean closed) {}

    static NamedAccounts of(UUID owner, TransactionInput input) {
        return of(owner, List.of(input));
    }

    static NamedAccounts of(UUID owner, Collection<TransactionInput> inputs) {
        Set<UUID> ids = inputs.stream()
                .map(TransactionInput::accountId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? NONE : new NamedAccounts(read(owner, ids));
    }

    private static Map<UUID, Named> read(UUID owner, Set<UUID> ids) {
        return Sql.list(
                        "select id, currency, closed from account where user_id = :owner and id = any(cast(:ids as uuid[]))",
                        Map.of("owner", owner, "ids", ids),
                        row -> new Named(row.id(), Currency.getInstance(row.text()), row.flag()))
                .stream()
                .collect(Collectors.toMap(Named::id, named -> named));
    }

    /** The account that an input names, if it names one that there is. */
    Optional<Named> of(TransactionInput input) {
        return Optional.ofNullable(input.accountId()).map(byId::get);
    }
}

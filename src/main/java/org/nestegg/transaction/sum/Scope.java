package org.nestegg.transaction.sum;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;

/**
 * Which of an owner's money is meant.
 *
 * @param account what lies in one; everything, also what lies in none, if empty
 * @param currency what is in one; any if empty
 */
public record Scope(UUID owner, Optional<UUID> account, Optional<Currency> currency) {

    Criteria ofTransactions() {
        return Criteria.ofAll()
                .and("account_id = :account", "account", account)
                .and("currency = :currency", "currency", currency.map(Currency::getCurrencyCode));
    }

    String ofAccounts() {
        return (account.isPresent() ? " and id = :account" : "")
                + (currency.isPresent() ? " and currency = :currency" : "");
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(ofTransactions().parameters());
        parameters.put("owner", owner);
        return parameters;
    }
}

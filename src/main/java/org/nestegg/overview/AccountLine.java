package org.nestegg.overview;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.account.Account;
import org.nestegg.account.AccountKind;

/** An account with what lies there, as callers see it at a glance. */
@RegisterForReflection
@Schema(name = "OverviewAccount")
record AccountLine(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Schema(required = true) AccountKind kind,
        @Schema(required = true, ref = "CurrencyCode") String currency,

        @Schema(
                required = true,
                ref = "Money",
                description = "The opening balance and all transactions of the account, whatever their day")
        String balance) {

    static AccountLine of(Account account) {
        return new AccountLine(
                account.id,
                account.name,
                account.kind,
                account.currency.getCurrencyCode(),
                account.balance().display());
    }
}

package org.nestegg.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Money;
import org.nestegg.platform.condition.Tagged;

/** An account as callers see it. */
@RegisterForReflection
@Schema(name = "Account", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "name": "Current account", "kind": "checking",
                 "currency": "EUR", "institution": "A bank", "number": "DE89370400440532013000",
                 "openingBalance": "1200.50", "balance": "1150.50", "transactionCount": 1, "closed": false,
                 "createdAt": "2026-11-20T20:13:00Z", "updatedAt": "2026-11-20T20:13:00Z"}
                """)
record AccountView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Schema(required = true) AccountKind kind,
        @Schema(required = true, ref = "CurrencyCode") String currency,
        @Schema(required = true, nullable = true) String institution,
        @Schema(required = true, nullable = true) String number,
        @Schema(required = true, ref = "Money") String openingBalance,

        @Schema(
                required = true,
                ref = "Money",
                description = "The opening balance and all transactions of the account, whatever their day")
        String balance,

        @Schema(required = true) long transactionCount,
        @Schema(required = true) boolean closed,
        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "When its own fields changed last; the balance moves by itself")
        Instant updatedAt)
        implements Tagged {

    static AccountView of(Account account) {
        return new AccountView(
                account.id,
                account.name,
                account.kind,
                account.currency.getCurrencyCode(),
                account.institution,
                account.number,
                Money.stored(account.openingBalance, account.currency).display(),
                account.balance().display(),
                account.transactionCount,
                account.closed,
                account.createdAt,
                account.updatedAt);
    }
}

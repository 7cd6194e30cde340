package org.nestegg.transaction;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.money.Money;
import org.nestegg.platform.condition.Tagged;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.http.Created;

/** A transaction as callers see it. */
@Schema(name = "Transaction", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "type": "expense", "description": "Pizza",
                 "amount": "-50.00", "currency": "EUR", "date": "2026-11-20", "category": "food",
                 "tags": ["friday", "friends"], "notes": null, "accountId": null, "externalId": null,
                 "transferId": null, "importId": null, "scheduleId": null, "createdAt": "2026-11-20T20:13:00Z",
                 "updatedAt": "2026-11-20T20:13:00Z"}
                """)
@JsonSerialize(using = TransactionJson.class)
public record TransactionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) TransactionType type,
        @Schema(required = true) String description,

        @Schema(
                required = true,
                ref = "Money",
                description =
                        "With exactly the currency's minor units; negative for an expense, and for what leaves an account")
        String amount,

        @Schema(required = true, ref = "CurrencyCode") String currency,
        @Schema(required = true) LocalDate date,
        @Schema(required = true, nullable = true) String category,
        @Schema(required = true) List<String> tags,
        @Schema(required = true, nullable = true) String notes,
        @Schema(required = true, nullable = true) UUID accountId,
        @Schema(required = true, nullable = true) String externalId,

        @Schema(required = true, nullable = true, description = "The transfer that it is a side of")
        UUID transferId,

        @Schema(required = true, nullable = true, description = "The import that has created it")
        UUID importId,

        @Schema(required = true, nullable = true, description = "The schedule that has posted it")
        UUID scheduleId,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt)
        implements Tagged {

    /** As {@link #read} reads them. */
    static final String COLUMNS = "id, amount, currency, transfer_id, description, date, category, tags, notes,"
            + " account_id, external_id, import_id, schedule_id, created_at, updated_at";

    /** The owner's, column by column. */
    static final String SELECT = "select " + COLUMNS + " from transaction where user_id = :owner";

    static TransactionView read(Sql.Columns row) throws SQLException {
        UUID id = row.id();
        BigDecimal amount = row.decimal();
        String currency = row.text();
        UUID transferId = row.id();
        return new TransactionView(
                id,
                TransactionType.of(amount, transferId),
                row.text(),
                Money.stored(amount, Currency.getInstance(currency)).display(),
                currency,
                row.day(),
                row.text(),
                row.texts(),
                row.text(),
                row.id(),
                row.text(),
                transferId,
                row.id(),
                row.id(),
                row.instant(),
                row.instant());
    }

    static TransactionView of(Transaction transaction) {
        return new TransactionView(
                transaction.id,
                transaction.type(),
                transaction.description,
                transaction.money().display(),
                transaction.currency.getCurrencyCode(),
                transaction.date,
                transaction.category,
                transaction.tags,
                transaction.notes,
                transaction.accountId,
                transaction.externalId,
                transaction.transferId,
                transaction.importId,
                transaction.scheduleId,
                transaction.createdAt,
                transaction.updatedAt);
    }

    /** The same movement, about which something else is said. */
    public TransactionView describedAs(String what, String where, List<String> words, String more) {
        return new TransactionView(
                id,
                type,
                what,
                amount,
                currency,
                date,
                where,
                words,
                more,
                accountId,
                externalId,
                transferId,
                importId,
                scheduleId,
                createdAt,
                updatedAt);
    }

    /** The answer that tells of a new one. */
    static RestResponse<TransactionView> created(Transaction transaction) {
        return Created.at("/api/v1/transactions/" + transaction.id, of(transaction));
    }
}

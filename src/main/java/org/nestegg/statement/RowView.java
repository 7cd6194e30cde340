package org.nestegg.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.transaction.TransactionType;

/** A row of a plan as callers see it. */
@RegisterForReflection
@Schema(name = "ImportRow", examples = """
                {"row": 1, "line": 2, "source": "20.11.2026;Pizza;-50,00", "transaction": {"type": "expense",
                 "description": "Pizza", "amount": "-50.00", "currency": "EUR", "date": "2026-11-20", "category": null,
                 "tags": [], "notes": null, "externalId": null, "accountId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f"},
                 "decision": "create", "transactionId": null, "reason": {"code": "new",
                 "message": "Nothing is known that it could be."}, "errors": [], "rules": []}
                """)
record RowView(
        @Schema(required = true, minimum = "1") int row,

        @Schema(required = true, minimum = "1", description = "Where in the file it begins")
        int line,

        @Schema(required = true, description = "As the file has it")
        String source,

        @Schema(required = true, description = "What is recorded of it")
        Proposal transaction,

        @Schema(required = true) Decision decision,

        @Schema(required = true, nullable = true, description = "What it is linked to, or a duplicate of")
        UUID transactionId,

        @Schema(required = true) ReasonView reason,

        @Schema(required = true, description = "Why it cannot be recorded")
        List<ErrorView> errors,

        @Schema(required = true, description = "The rules that it has met, in their order")
        List<UUID> rules) {

    /** What is recorded of a row; what could not be read is null. */
    @RegisterForReflection
    @Schema(name = "ImportRowTransaction")
    record Proposal(
            @JsonInclude(JsonInclude.Include.NON_NULL) TransactionType type,
            @Schema(required = true) String description,
            @Schema(required = true, ref = "NullableMoney") String amount,

            @Schema(required = true, nullable = true, description = "An ISO 4217 code; null if it is none")
            String currency,

            @Schema(required = true, nullable = true) LocalDate date,
            @Schema(required = true, nullable = true) String category,
            @Schema(required = true) List<String> tags,
            @Schema(required = true, nullable = true) String notes,
            @Schema(required = true, nullable = true) String externalId,
            @Schema(required = true, nullable = true) UUID accountId) {

        static Proposal of(PlanRow row) {
            return new Proposal(
                    row.amount == null || row.amount.signum() == 0
                            ? null
                            : row.amount.signum() > 0 ? TransactionType.INCOME : TransactionType.EXPENSE,
                    row.description,
                    row.currency == null ? null : ImportView.display(row.amount, row.currency),
                    row.currency,
                    row.date,
                    row.category,
                    row.tags,
                    row.notes,
                    row.externalId,
                    row.accountId);
        }
    }

    /** Why a row is to become what it is to become. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportReason")
    record ReasonView(
            @Schema(required = true) Reason code,
            @Schema(required = true) String message,

            @Schema(minimum = "0", description = "How many days it is from what it is held for")
            Integer days,

            @Schema(minimum = "0", maximum = "1", description = "How much its text is like that of what it is held for")
            BigDecimal similarity) {}

    /** Why a row cannot be recorded. */
    @RegisterForReflection
    @Schema(name = "ImportRowError")
    record ErrorView(
            @Schema(required = true, examples = "unreadable-amount")
            String code,

            @Schema(required = true) String message) {}

    static RowView of(PlanRow row, Locale language) {
        return new RowView(
                row.row,
                row.line,
                row.source,
                Proposal.of(row),
                row.decision,
                row.transactionId,
                new ReasonView(row.reason, row.reason.message(language, List.of()), row.days, row.similarity),
                row.errors.stream()
                        .map(error ->
                                new ErrorView(error.code().code(), error.code().message(language, error.arguments())))
                        .toList(),
                row.rules);
    }
}

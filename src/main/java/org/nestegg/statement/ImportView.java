package org.nestegg.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.condition.Tagged;
import org.nestegg.statement.format.Layout;
import org.nestegg.statement.format.Question;
import org.nestegg.statement.format.Warning;

/** An import as callers see it. */
@RegisterForReflection
@Schema(name = "Import", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "state": "ready", "format": "csv", "encoding": "UTF-8",
                 "fileName": "november.csv", "bytes": 1824,
                 "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 "statements": [{"number": "DE89370400440532013000", "accountId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f",
                 "currency": "EUR", "from": "2026-11-01", "to": "2026-11-20", "opening": "1200.50", "closing": "1150.50",
                 "sum": "-50.00", "balanced": true}], "questions": [],
                 "counts": {"rows": 12, "create": 9, "link": 1, "skip": 2, "invalid": 0}, "warnings": [],
                 "createdAt": "2026-11-20T20:13:00Z", "appliedAt": null, "undoneAt": null}
                """)
record ImportView(
        @Schema(required = true) UUID id,
        @Schema(required = true) ImportState state,
        @Schema(required = true) StatementFormat format,

        @Schema(required = true, description = "That of its text", examples = "UTF-8")
        String encoding,

        @Schema(required = true, nullable = true) String fileName,
        @Schema(required = true) int bytes,

        @Schema(required = true, pattern = "^[0-9a-f]{64}$", description = "Of the file, in hexadecimal")
        String sha256,

        @Schema(required = true, description = "One for each number and currency")
        List<StatementView> statements,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "How a CSV or QIF file is read")
        Layout layout,

        @Schema(required = true, description = "What the file leaves open: answered by a PATCH of the layout")
        List<QuestionView> questions,

        @Schema(required = true) CountsView counts,

        @Schema(required = true, description = "What is odd about the file, and was read all the same")
        List<WarningView> warnings,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true, nullable = true) Instant appliedAt,
        @Schema(required = true, nullable = true) Instant undoneAt)
        implements Tagged {

    private static final TypeReference<List<Question>> QUESTIONS = new TypeReference<>() {};
    private static final TypeReference<List<Warning>> WARNINGS = new TypeReference<>() {};

    /** What a file has of one account in one currency. */
    @RegisterForReflection
    @Schema(name = "ImportStatement")
    record StatementView(
            @Schema(required = true, nullable = true, description = "What the bank knows the account by")
            String number,

            @Schema(required = true, nullable = true, description = "The account that its rows go to")
            UUID accountId,

            @Schema(required = true, ref = "CurrencyCode") String currency,
            @Schema(required = true, nullable = true) LocalDate from,
            @Schema(required = true, nullable = true) LocalDate to,
            @Schema(required = true, ref = "NullableMoney") String opening,
            @Schema(required = true, ref = "NullableMoney") String closing,

            @Schema(required = true, ref = "Money", description = "Of its rows, without invalid and pending ones")
            String sum,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Whether opening and sum are the closing balance; null where the file does not say")
            Boolean balanced) {

        static StatementView of(PlannedStatement statement) {
            return new StatementView(
                    statement.number(),
                    statement.accountId(),
                    statement.currency(),
                    statement.from(),
                    statement.to(),
                    display(statement.opening(), statement.currency()),
                    display(statement.closing(), statement.currency()),
                    display(statement.sum(), statement.currency()),
                    statement.balanced());
        }
    }

    /** Something that a file leaves open. */
    @RegisterForReflection
    @Schema(name = "ImportQuestion")
    record QuestionView(
            @Schema(required = true, examples = "date-format")
            String code,

            @Schema(required = true) String message,
            @Schema(required = true) List<String> choices) {}

    /** Something odd about a file. */
    @RegisterForReflection
    @Schema(name = "ImportWarning")
    record WarningView(
            @Schema(required = true, examples = "encoding-guessed")
            String code,

            @Schema(required = true) String message,

            @Schema(required = true, nullable = true, description = "Where, from 1; null where it is about the whole")
            Integer line) {}

    /** How many rows there are, and what is to become of them. */
    @RegisterForReflection
    @Schema(name = "ImportCounts")
    record CountsView(
            @Schema(required = true) int rows,
            @Schema(required = true) int create,
            @Schema(required = true) int link,

            @Schema(required = true, description = "Without invalid ones")
            int skip,

            @Schema(required = true) int invalid) {}

    static ImportView of(StatementImport sent, StatementPlan plan, Locale language) {
        return new ImportView(
                sent.id,
                ImportState.of(sent.stage, plan.complete),
                sent.format,
                sent.encoding,
                sent.fileName,
                sent.bytes,
                sent.sha256,
                PlanJson.read(plan.statements, Planner.STATEMENTS).stream()
                        .map(StatementView::of)
                        .toList(),
                PlanJson.read(plan.layout, Planner.LAYOUT),
                PlanJson.read(plan.questions, QUESTIONS).stream()
                        .map(question -> new QuestionView(
                                question.code().code(),
                                question.code().message(language, List.of()),
                                question.choices()))
                        .toList(),
                new CountsView(plan.rows, plan.creates, plan.links, plan.skips, plan.invalids),
                PlanJson.read(plan.warnings, WARNINGS).stream()
                        .map(warning -> new WarningView(
                                warning.code().code(),
                                warning.code().message(language, warning.arguments()),
                                warning.line()))
                        .toList(),
                sent.createdAt,
                sent.appliedAt,
                sent.undoneAt);
    }

    /** With the currency's decimals, or with as many more as a file has. */
    static String display(BigDecimal amount, String currency) {
        if (amount == null) {
            return null;
        }
        int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(decimals, plain.scale())).toPlainString();
    }
}

package org.nestegg.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.input.DecimalsByName;
import org.nestegg.platform.input.Text;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.schedule.ScheduleInput;
import org.nestegg.transaction.Transaction;

/** What is to be compared with what will be. Nothing of it is kept. */
@RegisterForReflection
@Schema(examples = """
                {"without": {"schedules": []},
                 "with": {"transactions": [{"date": "2026-12-20", "amount": "-400", "description": "Ski trip"}]},
                 "change": {"spending": {"food": -20}}}
                """)
record WhatIfInput(
        @Schema(
                nullable = true,
                description = "The last day, after today and at most 2 years ahead; 90 days if left out")
        LocalDate until,

        @Schema(nullable = true, description = "How often it is told; day if left out")
        ForecastInterval interval,

        @Schema(nullable = true, description = "Of this account; of everything if left out")
        UUID accountId,

        @Schema(ref = "CurrencyCode", description = "That of the account, or the user's own, if left out")
        Currency currency,

        @Schema(nullable = true) @Valid Without without,
        @Schema(nullable = true) @Valid With with,
        @Schema(nullable = true) @Valid Change change)
        implements Checked {

    static final String WITHOUT = "/without/schedules/";
    static final String WITH = "/with/schedules/";
    static final String IMAGINED = "/with/transactions/";
    static final String CHANGE = "/change/schedules/";

    private static final int MOST = 100;
    private static final int MOST_PERCENT = 1000;

    WhatIfInput {
        without = Optional.ofNullable(without).orElseGet(() -> new Without(null));
        with = Optional.ofNullable(with).orElseGet(() -> new With(null, null));
        change = Optional.ofNullable(change).orElseGet(() -> new Change(null, null));
    }

    /** What would not be. */
    @RegisterForReflection
    @Schema(name = "WhatIfWithout")
    record Without(
            @Schema(nullable = true, maxItems = MOST) @Size(max = MOST)
            List<@NotNull UUID> schedules) {

        Without {
            schedules = Optional.ofNullable(schedules).orElse(List.of());
        }
    }

    /** What would be as well. */
    @RegisterForReflection
    @Schema(name = "WhatIfWith")
    record With(
            @Schema(
                    type = SchemaType.ARRAY,
                    implementation = ScheduleInput.class,
                    maxItems = MOST,
                    description = "As they would be made")
            @Size(max = MOST)
            List<JsonNode> schedules,

            @Schema(nullable = true, maxItems = MOST) @Size(max = MOST)
            List<@NotNull @Valid Imagined> transactions) {

        With {
            schedules = Optional.ofNullable(schedules).orElse(List.of());
            transactions = Optional.ofNullable(transactions).orElse(List.of());
        }
    }

    /** Money that would come or go once. */
    @RegisterForReflection
    @Schema(name = "ImaginedTransaction")
    record Imagined(
            @NotNull LocalDate date,

            @Schema(
                    ref = "SignedAmount",
                    required = true,
                    description = "As a decimal or a JSON number; negative if it goes, in the currency of the forecast")
            @NotNull
            BigDecimal amount,

            @Schema(nullable = true, minLength = 1, maxLength = Transaction.MAX_DESCRIPTION)
            @CodePointLength(min = 1, max = Transaction.MAX_DESCRIPTION)
            String description) {}

    /** What would be otherwise. */
    @RegisterForReflection
    @Schema(name = "WhatIfChange")
    record Change(
            @Schema(
                    type = SchemaType.ARRAY,
                    implementation = ScheduleChange.class,
                    maxItems = MOST,
                    description = "Each a merge patch (RFC 7396) with the id of the schedule that it is for")
            @Size(max = MOST)
            List<JsonNode> schedules,

            @Schema(
                    description =
                            "By how many percent spending of a category changes, by its name: -20 is a fifth less. What"
                                    + " schedules post stays as it is",
                    maxProperties = MOST)
            @Size(max = MOST)
            @JsonDeserialize(using = DecimalsByName.class)
            Map<String, BigDecimal> spending) {

        Change {
            schedules = Optional.ofNullable(schedules).orElse(List.of());
            Map<String, BigDecimal> normal = new LinkedHashMap<>();
            Optional.ofNullable(spending)
                    .orElse(Map.of())
                    .forEach((category, percent) -> normal.put(Text.normalize(category), percent));
            spending = normal;
        }
    }

    @Override
    public void check(Consumer<FieldError> faults) {
        change.spending.forEach((category, percent) -> {
            String pointer = FieldError.pointer("/change/spending", category);
            if (Text.length(category) > Transaction.MAX_CATEGORY) {
                faults.accept(FieldError.at(pointer, CommonFieldError.TOO_LONG, Transaction.MAX_CATEGORY));
            }
            if (percent.compareTo(BigDecimal.valueOf(-100)) < 0
                    || percent.compareTo(BigDecimal.valueOf(MOST_PERCENT)) > 0
                    || percent.scale() > 2) {
                faults.accept(FieldError.at(pointer, CommonFieldError.OUT_OF_RANGE, -100, MOST_PERCENT));
            }
        });
    }
}

package org.nestegg.rate;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rate of a user's own, as they see it. */
@RegisterForReflection
@Schema(name = "OwnRate", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "day": "2026-11-20", "currency": "USD", "rate": "1.0842",
                 "createdAt": "2026-11-20T20:13:00Z", "updatedAt": "2026-11-20T20:13:00Z"}
                """)
record OwnRateView(
        @Schema(required = true, description = "By which changes name it")
        UUID id,

        @Schema(required = true) LocalDate day,
        @Schema(required = true, ref = "CurrencyCode") String currency,

        @Schema(required = true, pattern = RateDocument.SHOWN, description = "Units of the currency for one euro")
        String rate,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static OwnRateView of(OwnRate own) {
        return new OwnRateView(
                own.id,
                own.day,
                own.currency.getCurrencyCode(),
                own.rate.toPlainString(),
                own.createdAt,
                own.updatedAt);
    }
}

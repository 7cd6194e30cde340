package org.nestegg.identity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/** What users can say of themselves. */
@RegisterForReflection
@Schema(examples = """
        {"name": "Luis", "currency": "EUR", "locale": "es", "timeZone": "Europe/Madrid"}
        """)
record UserInput(
        @Schema(minLength = 1, maxLength = 100, nullable = true) @CodePointLength(min = 1, max = 100)
        String name,

        @Schema(ref = "CurrencyCode", required = true) @NotNull
        Currency currency,

        @Schema(ref = "LanguageTag", required = true) @NotNull
        Locale locale,

        @Schema(ref = "TimeZone", required = true) @NotNull ZoneId timeZone) {

    static UserInput of(User user) {
        return new UserInput(user.name, user.currency, Locale.forLanguageTag(user.locale), user.zone());
    }
}

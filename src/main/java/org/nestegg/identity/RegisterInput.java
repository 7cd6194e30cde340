package org.nestegg.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/** Who signs up. */
@Schema(examples = """
                {"email": "luis@example.com", "password": "a walk by the river", "name": "Luis", "currency": "EUR",
                 "locale": "es", "timeZone": "Europe/Madrid"}
                """)
public record RegisterInput(
        @Schema(format = "email", maxLength = RegisterInput.MAX_EMAIL, description = "Unique without case")
        @NotNull
        @Email(regexp = RegisterInput.VISIBLE)
        @CodePointLength(min = 1, max = RegisterInput.MAX_EMAIL)
        String email,

        @NotNull NewPassword password,

        @Schema(minLength = 1, maxLength = 100) @CodePointLength(min = 1, max = 100)
        String name,

        @Schema(ref = "CurrencyCode", description = "The user's own currency; EUR if left out")
        Currency currency,

        @Schema(ref = "LanguageTag", description = "en if left out")
        Locale locale,

        @Schema(ref = "TimeZone", description = "UTC if left out")
        ZoneId timeZone) {

    /** The longest address that can be written in an SMTP path (RFC 5321). */
    public static final int MAX_EMAIL = 254;

    /**
     * No space beyond ASCII's, nothing that only formats or reorders text, and none of Unicode's other default ignorable code
     * points: two addresses that look alike to people are not two accounts.
     */
    static final String VISIBLE = "[\\x20-\\x7E[^\\p{C}\\p{Z}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800"
            + "\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]]*";

    public User toUser(String passwordHash) {
        User user = new User();
        user.email = email;
        user.passwordHash = passwordHash;
        user.name = name;
        user.currency = Optional.ofNullable(currency).orElse(User.DEFAULT_CURRENCY);
        user.locale = Optional.ofNullable(locale).map(Locale::toLanguageTag).orElse(User.DEFAULT_LOCALE);
        user.timeZone =
                Optional.ofNullable(timeZone).orElse(User.DEFAULT_TIME_ZONE).getId();
        return user;
    }
}

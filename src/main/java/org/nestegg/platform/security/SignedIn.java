package org.nestegg.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.language.LocalizedPrincipal;

/**
 * The caller of a request, as the token and the database say.
 *
 * @param id the user's id: the owner of everything that the request may touch
 * @param session the session that the token belongs to; personal tokens and those of other issuers have none
 * @param token the personal token that it is, if it is one: it may not do what is about the account's own safety
 * @param until when the token expires, if nothing else ends what it is good for
 * @param currency the user's own currency
 * @param locale the user's own language, as a BCP 47 tag
 * @param timeZone the user's own
 * @param due the first day on which something is to be done for the user by itself, if anything is
 */
public record SignedIn(
        UUID id,
        Optional<UUID> session,
        Optional<PersonalToken> token,
        Optional<Instant> until,
        Currency currency,
        String locale,
        ZoneId timeZone,
        Optional<LocalDate> due)
        implements LocalizedPrincipal {

    /** A personal token, as its user knows it. */
    public record PersonalToken(UUID id, String name) {}

    private static final String KEY = SignedIn.class.getName();

    @Override
    public String getName() {
        return id.toString();
    }

    /** Who is signed in, or null of an identity that is not complete, or nobody's. */
    public static SignedIn of(SecurityIdentity identity) {
        return identity.getAttribute(KEY);
    }

    /** The beginning of the identity that stands for the caller. */
    public QuarkusSecurityIdentity.Builder identity(Principal principal, String role) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRole(role)
                .addAttribute(KEY, this);
    }
}

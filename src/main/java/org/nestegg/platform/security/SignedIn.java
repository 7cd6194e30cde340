package org.nestegg.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.language.LocalizedPrincipal;

/**
 * The caller of a request, as the token and the database say.
 *
 * @param id the user's id: the owner of everything that the request may touch
 * @param session the session that the token belongs to; personal tokens and those of other issuers have none
 * @param personal whether the token is a personal one, which may not do what is about the account's own safety
 * @param currency the user's own currency
 * @param locale the user's own language, as a BCP 47 tag
 */
public record SignedIn(UUID id, Optional<UUID> session, boolean personal, Currency currency, String locale)
        implements LocalizedPrincipal {

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

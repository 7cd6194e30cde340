package org.nestegg.platform.security;

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

    @Override
    public String getName() {
        return id.toString();
    }
}

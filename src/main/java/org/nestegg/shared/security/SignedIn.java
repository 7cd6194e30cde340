package org.nestegg.shared.security;

import java.security.Principal;
import java.util.Currency;
import java.util.UUID;

/**
 * The caller of a request, as the token and the database say.
 *
 * @param id the user's id: the owner of everything that the request may touch
 * @param session the session that the token belongs to
 * @param currency the user's own currency
 */
public record SignedIn(UUID id, UUID session, Currency currency) implements Principal {

    @Override
    public String getName() {
        return id.toString();
    }
}

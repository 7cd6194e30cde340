package org.nestegg.shared.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Currency;
import java.util.UUID;

/** The signed-in caller of the current request. */
@RequestScoped
public class CurrentUser {

    private final SecurityIdentity identity;

    CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The user's id: the owner of everything that the request may touch. */
    public UUID id() {
        return signedIn().id();
    }

    /** The session that the request's token belongs to. */
    public UUID session() {
        return signedIn().session();
    }

    /** The currency that money is in where none is named. */
    public Currency currency() {
        return signedIn().currency();
    }

    private SignedIn signedIn() {
        return (SignedIn) identity.getPrincipal();
    }
}

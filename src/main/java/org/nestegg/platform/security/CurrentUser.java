package org.nestegg.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

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

    /** The session that the request's token belongs to, if it belongs to one. */
    public Optional<UUID> session() {
        return signedIn().session();
    }

    /**
     * Refuses what is about the account's own safety to personal tokens.
     *
     * @throws ProblemException with {@code not-allowed}
     */
    public void requireOwnSignIn() {
        if (signedIn().token().isPresent()) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
    }

    /** The currency that money is in where none is named. */
    public Currency currency() {
        return signedIn().currency();
    }

    /** The calendar day in the caller's time zone, which is that of whatever names none. */
    public LocalDate today() {
        return LocalDate.now(signedIn().timeZone());
    }

    /** What stands where the request names none. */
    public Defaults defaults() {
        return new Defaults(currency(), today());
    }

    /** All that is known of the caller. */
    public SignedIn signedIn() {
        return SignedIn.of(identity);
    }
}

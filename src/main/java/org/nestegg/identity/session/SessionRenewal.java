package org.nestegg.identity.session;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nestegg.platform.security.CallerRenewal;
import org.nestegg.platform.security.SignedIn;

/**
 * Looks up again the sessions of access tokens that are still good themselves: neither run out, nor of a key that has been taken away.
 * Cookies are looked up by themselves: a session may go on with another one.
 */
@Singleton
class SessionRenewal implements CallerRenewal {

    private final AccessTokens tokens;

    SessionRenewal(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean concerns(SecurityIdentity caller) {
        return caller.getPrincipal() instanceof SessionPrincipal;
    }

    @Override
    public List<SecurityIdentity> unchanged(Collection<SecurityIdentity> callers) {
        List<SecurityIdentity> good = callers.stream().filter(this::isGood).toList();
        List<SignedIn> signedIn = good.stream().map(SignedIn::of).toList();
        Map<UUID, Session.Living> now = Session.living(
                        signedIn.stream().map(SignedIn::id).toList(),
                        signedIn.stream().flatMap(one -> one.session().stream()).toList())
                .stream()
                .collect(Collectors.toMap(Session.Living::id, Function.identity()));
        return good.stream()
                .filter(caller ->
                        isStill(caller, now.get(SignedIn.of(caller).session().orElseThrow())))
                .toList();
    }

    private boolean isGood(SecurityIdentity caller) {
        return caller.getPrincipal() instanceof SessionPrincipal token
                && tokens.verify(token.getRawToken()).isPresent();
    }

    private static boolean isStill(SecurityIdentity caller, Session.Living now) {
        return now != null
                && now.signedIn().equals(SignedIn.of(caller))
                && caller.getRoles().equals(Set.of(now.role()));
    }
}

package org.nestegg.identity.session;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nestegg.platform.security.CallerRenewal;
import org.nestegg.platform.security.SignedIn;

/** Looks up again the sessions of access tokens. Cookies are looked up by themselves: a session may go on with another one. */
@Singleton
class SessionRenewal implements CallerRenewal {

    @Override
    public boolean concerns(SecurityIdentity caller) {
        return caller.getPrincipal() instanceof SessionPrincipal;
    }

    @Override
    public List<SecurityIdentity> unchanged(Collection<SecurityIdentity> callers) {
        List<UUID> owners = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (SecurityIdentity caller : callers) {
            SignedIn signedIn = SignedIn.of(caller);
            owners.add(signedIn.id());
            ids.add(signedIn.session().orElseThrow());
        }
        Map<UUID, Session.Living> now =
                Session.living(owners, ids).stream().collect(Collectors.toMap(Session.Living::id, Function.identity()));
        return callers.stream()
                .filter(caller ->
                        isStill(caller, now.get(SignedIn.of(caller).session().orElseThrow())))
                .toList();
    }

    private static boolean isStill(SecurityIdentity caller, Session.Living now) {
        return now != null
                && now.signedIn().equals(SignedIn.of(caller))
                && caller.getRoles().equals(Set.of(now.role()));
    }
}

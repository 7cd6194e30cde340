package org.nestegg.identity.session;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.util.Collection;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.nestegg.platform.language.LocalizedPrincipal;

/** The user of a session, as the access token and the database say. */
final class SessionPrincipal extends JWTCallerPrincipal implements LocalizedPrincipal {

    private final JsonWebToken token;
    private final String locale;

    SessionPrincipal(JsonWebToken token, String locale) {
        super(token.getRawToken(), AccessTokens.TYPE);
        this.token = token;
        this.locale = locale;
    }

    @Override
    public String getName() {
        return token.getSubject();
    }

    @Override
    protected Collection<String> doGetClaimNames() {
        return token.getClaimNames();
    }

    @Override
    protected Object getClaimValue(String name) {
        return token.getClaim(name);
    }

    @Override
    public String locale() {
        return locale;
    }
}

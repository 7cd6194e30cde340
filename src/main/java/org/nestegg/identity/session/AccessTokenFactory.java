package org.nestegg.identity.session;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Has the platform's JWT extension read access tokens as {@link AccessTokens} do, with keys that rotate: it knows one key, or
 * the keys of one address. This is its documented seam.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class AccessTokenFactory extends JWTCallerPrincipalFactory {

    private final AccessTokens tokens;

    AccessTokenFactory(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public JWTCallerPrincipal parse(String sent, JWTAuthContextInfo settings) throws ParseException {
        String token = sent.strip(); // several spaces may stand before it (RFC 9110, section 11.4)
        return new DefaultJWTCallerPrincipal(
                token,
                AccessTokens.TYPE,
                tokens.verify(token).orElseThrow(() -> new ParseException("not an access token of ours")));
    }
}

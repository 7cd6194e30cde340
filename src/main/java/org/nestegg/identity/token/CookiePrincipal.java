package org.nestegg.identity.token;

import java.security.Principal;

/** Whoever shows the secret of a cookie, as long as it is not known who that is. */
public record CookiePrincipal(String secret) implements Principal {

    @Override
    public String getName() {
        return "";
    }

    @Override
    public String toString() {
        return "CookiePrincipal[***]";
    }
}

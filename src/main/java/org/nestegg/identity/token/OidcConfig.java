package org.nestegg.identity.token;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** An outside OpenID Connect issuer, whose tokens are accepted beside our own. */
@ConfigMapping(prefix = "nestegg.oidc")
interface OidcConfig {

    /** The {@code iss} of its tokens. */
    Optional<String> issuer();

    /** Where its public keys are (RFC 7517). */
    Optional<String> jwksUrl();

    /** The {@code aud} that its tokens must have. */
    String audience();
}

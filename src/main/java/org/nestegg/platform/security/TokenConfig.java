package org.nestegg.platform.security;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How tokens are signed and how long they last. */
@ConfigMapping(prefix = "nestegg.token")
public interface TokenConfig {

    /** A folder of {@code *.pem} private keys. Needed in production; elsewhere a key is made on the fly. */
    Optional<Path> keysDir();

    /** The {@code iss} claim of access tokens. */
    String issuer();

    /** The {@code aud} claim of access tokens. */
    String audience();

    /** How long an access token is good for. */
    Duration accessTtl();

    /** How long a session lives without being refreshed. */
    Duration refreshTtl();
}

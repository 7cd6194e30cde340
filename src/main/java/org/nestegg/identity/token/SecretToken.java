package org.nestegg.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.nestegg.platform.digest.Sha256;

/** Random tokens of 256 bits, of which only the hash is kept: what is random needs no salt and no slow hash. */
public final class SecretToken {

    private static final int BYTES = 32;

    private SecretToken() {}

    public static String make() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** The SHA-256 that a token is known by. */
    public static byte[] hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }
}

package org.nestegg.platform.security;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Message authentication codes (HMAC-SHA-256) under keys that are derived from the token keys, so that all replicas share
 * them and they rotate along, and no further secret has to be kept.
 */
@Singleton
public class Secrets {

    private static final String ALGORITHM = "HmacSHA256";

    private final TokenKeys keys;

    Secrets(TokenKeys keys) {
        this.keys = keys;
    }

    /** The code to authenticate with. */
    public Mac newest(String purpose) {
        return derive(keys.signing(), purpose);
    }

    /** The codes to accept. */
    public Stream<Mac> all(String purpose) {
        return keys.all().stream().map(key -> derive(key, purpose));
    }

    private static Mac derive(TokenKey key, String purpose) {
        byte[] derived =
                mac(key.privateKey().getEncoded()).doFinal(("nestegg " + purpose).getBytes(StandardCharsets.UTF_8));
        return mac(derived);
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

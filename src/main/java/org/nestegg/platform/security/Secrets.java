package org.nestegg.platform.security;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Never used themselves. Keys are few, and purposes, too. */
    private final Map<Derived, Mac> derived = new ConcurrentHashMap<>();

    private record Derived(String key, String purpose) {}

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

    private Mac derive(TokenKey key, String purpose) {
        Mac ready = derived.computeIfAbsent(
                new Derived(key.id(), purpose),
                _ -> mac(mac(key.privateKey().getEncoded())
                        .doFinal(("nestegg " + purpose).getBytes(StandardCharsets.UTF_8))));
        try {
            return (Mac) ready.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
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

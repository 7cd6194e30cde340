package org.nestegg.identity.token;

import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The public keys of an outside issuer. They are fetched when a token names one that is not known, or once they are an hour
 * old: by one request, for which a few others wait, so that an issuer that does not answer keeps few, and not for long.
 */
final class ExternalKeys implements VerificationKeyResolver {

    private static final Logger LOG = Logger.getLogger(ExternalKeys.class);

    private static final int TIMEOUT_MILLIS = 3_000;
    private static final long OLD = Duration.ofHours(1).toNanos();

    /** How soon an unknown key may make us ask again. */
    private static final long ASK_AGAIN = Duration.ofSeconds(10).toNanos();

    private static final int MAX_WAITING = 20;

    private final String url;
    private final Get http = new Get();
    private final ReentrantLock fetching = new ReentrantLock();
    private final VerificationJwkSelector selector = new VerificationJwkSelector();
    private volatile List<JsonWebKey> keys = List.of();
    private volatile long askedAt = System.nanoTime() - OLD;

    ExternalKeys(String url) {
        this.url = url;
        http.setConnectTimeout(TIMEOUT_MILLIS);
        http.setReadTimeout(TIMEOUT_MILLIS);
        http.setRetries(0);
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        try {
            if (isDue(signature) && fetching.getQueueLength() < MAX_WAITING) {
                fetching.lock();
                try {
                    if (isDue(signature)) {
                        fetch();
                    }
                } finally {
                    fetching.unlock();
                }
            }
            JsonWebKey known = selector.select(signature, keys);
            if (known == null) {
                throw new UnresolvableKeyException("the issuer has no such key");
            }
            return known.getKey();
        } catch (JoseException e) {
            throw new UnresolvableKeyException("not a key that verifies", e);
        }
    }

    private boolean isDue(JsonWebSignature signature) throws JoseException {
        long age = System.nanoTime() - askedAt;
        return age >= OLD || age >= ASK_AGAIN && selector.select(signature, keys) == null;
    }

    private void fetch() {
        try {
            keys = new JsonWebKeySet(http.get(url).getBody()).getJsonWebKeys();
        } catch (IOException | JoseException e) {
            LOG.warnf("The keys of the outside issuer cannot be had: %s", e.getMessage());
        } finally {
            askedAt = System.nanoTime();
        }
    }
}

package org.nestegg.identity.token;

import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The public keys of an outside issuer, kept by the JOSE library for as long as the issuer says, or an hour. Few threads wait
 * for an issuer that does not answer, and not for long.
 */
final class ExternalKeys implements VerificationKeyResolver {

    private static final Logger LOG = Logger.getLogger(ExternalKeys.class);
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final Duration KEPT = Duration.ofHours(1);
    /** How soon a failure, or a key that is not known, may make us ask again. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

    private static final int MAX_WAITING = 20;
    private static final long TURN_SECONDS = 1;

    private final VerificationKeyResolver resolver;
    private final Semaphore places = new Semaphore(MAX_WAITING);

    ExternalKeys(String url) {
        Get http = new Get();
        http.setConnectTimeout(TIMEOUT_MILLIS);
        http.setReadTimeout(TIMEOUT_MILLIS);
        http.setRetries(0);
        HttpsJwks keys = new PatientJwks(url);
        keys.setSimpleHttpGet(http);
        keys.setDefaultCacheDuration(KEPT.toSeconds());
        keys.setRetainCacheOnErrorDuration(KEPT.toSeconds());
        keys.setRefreshReprieveThreshold(ASK_AGAIN.toMillis());
        resolver = new HttpsJwksVerificationKeyResolver(keys);
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        if (!hasPlace()) {
            throw new UnresolvableKeyException("too many wait for the issuer's keys");
        }
        try {
            return resolver.resolveKey(signature, nesting);
        } finally {
            places.release();
        }
    }

    /** Whoever finds the keys known needs it for microseconds. */
    private boolean hasPlace() {
        try {
            return places.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Does not ask an issuer again that has just failed to answer: all who have waited for the first would, one by one. */
    private static final class PatientJwks extends HttpsJwks {

        private volatile long failedAt = System.nanoTime() - ASK_AGAIN.toNanos();

        PatientJwks(String url) {
            super(url);
        }

        @Override
        public void refresh() throws JoseException, IOException {
            if (System.nanoTime() - failedAt < ASK_AGAIN.toNanos()) {
                throw new IOException("the issuer has just failed to answer");
            }
            try {
                super.refresh();
            } catch (JoseException | IOException e) {
                failedAt = System.nanoTime();
                LOG.warnf("The keys of the outside issuer cannot be had: %s", e.getMessage());
                throw e;
            }
        }
    }
}

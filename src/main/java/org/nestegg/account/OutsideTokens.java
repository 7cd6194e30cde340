package org.nestegg.account;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.nestegg.shared.input.Text;
import org.nestegg.shared.problem.ProblemCode;
import org.nestegg.shared.problem.ProblemException;

/** Verifies the tokens of an outside OpenID Connect issuer, where one is configured; any {@code typ} is taken. */
@Startup
@Singleton
class OutsideTokens {

    private static final int LEEWAY_SECONDS = 30;
    private static final int TIMEOUT_MILLIS = 3_000;

    /** How soon an unknown key may make us ask for the keys again. */
    private static final long ASK_AGAIN_MILLIS = 10_000;

    private static final int MAX_NAME = 100;

    /** Fewer than there are workers: an issuer that does not answer must not take them all. */
    private static final int MAX_AT_ONCE = 20;

    private static final JwtConsumer UNVERIFIED = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    private final Optional<String> issuer;
    private final Optional<JwtConsumer> consumer;
    private final Semaphore turns = new Semaphore(MAX_AT_ONCE);

    OutsideTokens(OidcConfig config) {
        if (config.issuer().isPresent() != config.jwksUrl().isPresent()) {
            throw new ConfigurationException(
                    "Nestegg needs both NESTEGG_OIDC_ISSUER and NESTEGG_OIDC_JWKS_URL, or neither");
        }
        issuer = config.issuer();
        consumer = issuer.map(issuer -> consumer(issuer, config.jwksUrl().orElseThrow(), config.audience()));
    }

    private static JwtConsumer consumer(String issuer, String jwksUrl, String audience) {
        Get http = new Get();
        http.setConnectTimeout(TIMEOUT_MILLIS);
        http.setReadTimeout(TIMEOUT_MILLIS);
        http.setRetries(0);
        HttpsJwks keys = new HttpsJwks(jwksUrl);
        keys.setSimpleHttpGet(http);
        keys.setRefreshReprieveThreshold(ASK_AGAIN_MILLIS);
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_USING_SHA384,
                        AlgorithmIdentifiers.RSA_USING_SHA512,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
                        AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512)
                .setExpectedIssuer(true, issuer)
                .setExpectedAudience(true, audience)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                .build();
    }

    /**
     * What a token says of its subject; nothing unless the issuer signed it, for us, and it is in its time.
     *
     * @throws ProblemException with {@code unavailable} while too many wait for the issuer's keys
     */
    Optional<Claims> verify(String token) {
        return consumer.filter(_ -> claimsToBeOurs(token)).flatMap(verifier -> {
            if (!turns.tryAcquire()) {
                throw new ProblemException(ProblemCode.UNAVAILABLE);
            }
            try {
                JwtClaims claims = verifier.processToClaims(token);
                Map<String, Object> all = claims.getClaimsMap();
                return Optional.of(new Claims(
                                claims.getIssuer(),
                                claims.getSubject(),
                                text(all, "email", RegisterInput.MAX_EMAIL)
                                        .filter(_ -> Boolean.TRUE.equals(all.get("email_verified"))),
                                text(all, "name", MAX_NAME)))
                        .filter(found -> Text.isClean(found.subject));
            } catch (InvalidJwtException | MalformedClaimException _) {
                return Optional.empty();
            } finally {
                turns.release();
            }
        });
    }

    /** Before anything is asked of the issuer for it. */
    private boolean claimsToBeOurs(String token) {
        try {
            return issuer.equals(
                    Optional.ofNullable(UNVERIFIED.processToClaims(token).getIssuer()));
        } catch (InvalidJwtException | MalformedClaimException _) {
            return false;
        }
    }

    private static Optional<String> text(Map<String, Object> claims, String name, int max) {
        return Optional.ofNullable(claims.get(name))
                .filter(String.class::isInstance)
                .map(value -> Text.trim((String) value))
                .filter(value -> !value.isEmpty() && Text.isClean(value) && Text.length(value) <= max);
    }

    /**
     * The subject of a token.
     *
     * @param email if the issuer has verified it
     */
    record Claims(String issuer, String subject, Optional<String> email, Optional<String> name) {}
}

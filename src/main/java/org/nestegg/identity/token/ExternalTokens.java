package org.nestegg.identity.token;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.nestegg.identity.RegisterInput;
import org.nestegg.platform.input.Text;
import org.nestegg.platform.security.TokenConfig;
import org.nestegg.platform.security.TokenKeys;

/** Verifies the tokens of an outside OpenID Connect issuer, where one is configured; any {@code typ} is taken. */
@Startup
@Singleton
public class ExternalTokens {

    private static final int LEEWAY_SECONDS = 30;

    private static final int MAX_NAME = 100;

    private static final JwtConsumer UNVERIFIED = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    private final Optional<String> issuer;
    private final Optional<JwtConsumer> consumer;
    /** Asked for only when they are needed: commands do without. */
    private final Supplier<TokenKeys> keys;

    private final boolean hasOurName;

    @Inject
    ExternalTokens(OidcConfig config, TokenConfig own, Instance<TokenKeys> keys) {
        this(config, own, keys::get);
    }

    ExternalTokens(OidcConfig config, TokenConfig own, Supplier<TokenKeys> keys) {
        this.keys = keys;
        hasOurName = config.issuer().filter(own.issuer()::equals).isPresent();
        if (config.issuer().isPresent() != config.jwksUrl().isPresent()) {
            throw new ConfigurationException(
                    "Nestegg needs both NESTEGG_OIDC_ISSUER and NESTEGG_OIDC_JWKS_URL, or neither");
        }
        issuer = config.issuer();
        consumer = issuer.map(from -> consumer(from, config.jwksUrl().orElseThrow(), config.audience()));
    }

    private static JwtConsumer consumer(String issuer, String jwksUrl, String audience) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new ExternalKeys(jwksUrl))
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
     */
    Optional<Claims> verify(String token) {
        return consumer.filter(_ -> claimToBeIssuers(token)).flatMap(verifier -> {
            try {
                JwtClaims claims = verifier.processToClaims(token);
                Map<String, Object> all = claims.getClaimsMap();
                return Optional.of(new Claims(
                                claims.getIssuer(),
                                claims.getSubject(),
                                text(all, "email", RegisterInput.MAX_EMAIL)
                                        .filter(_ -> Boolean.TRUE.equals(all.get("email_verified"))),
                                text(all, "name", MAX_NAME),
                                Instant.ofEpochSecond(claims.getExpirationTime().getValue())))
                        .filter(found -> Text.isClean(found.subject));
            } catch (InvalidJwtException | MalformedClaimException _) {
                return Optional.empty();
            }
        });
    }

    /**
     * Whether a token says that it is of the issuer, which is seen before anything is asked of the issuer for it. Should the
     * issuer have the name that we have, the tokens that our keys have signed are ours.
     */
    boolean claimToBeIssuers(String token) {
        try {
            return issuer.isPresent()
                    && issuer.equals(Optional.ofNullable(
                            UNVERIFIED.processToClaims(token).getIssuer()))
                    && !(hasOurName && isOurs(token));
        } catch (InvalidJwtException | MalformedClaimException | JoseException _) {
            return false;
        }
    }

    private boolean isOurs(String token) throws JoseException {
        return keys.get()
                .find(String.valueOf(
                        JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue()))
                .isPresent();
    }

    private static Optional<String> text(Map<String, Object> claims, String name, int max) {
        return Optional.ofNullable(claims.get(name))
                .filter(String.class::isInstance)
                .map(value -> Text.normalize((String) value))
                .filter(value -> !value.isEmpty() && Text.isClean(value) && Text.length(value) <= max);
    }

    /**
     * The subject of a token.
     *
     * @param email if the issuer has verified it
     */
    public record Claims(
            String issuer, String subject, Optional<String> email, Optional<String> name, Instant expiresAt) {}
}

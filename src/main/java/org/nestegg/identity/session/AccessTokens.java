package org.nestegg.identity.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;
import org.nestegg.platform.digest.Sha256;
import org.nestegg.platform.input.Id;
import org.nestegg.platform.security.TokenConfig;
import org.nestegg.platform.security.TokenKey;
import org.nestegg.platform.security.TokenKeys;

/** Signs and verifies access tokens: JWTs after RFC 9068, each bound to the session that it was issued in. */
@Singleton
public class AccessTokens {

    /** The {@code typ} of our tokens (RFC 9068, section 2.1). */
    static final String TYPE = "at+jwt";

    /** The claim that names the session. */
    static final String SESSION = "sid";

    private static final int LEEWAY_SECONDS = 30;

    private static final int MOST_VERIFIED = 10_000;

    private final TokenConfig config;
    private final TokenKeys keys;
    private final JwtConsumer consumer;

    /** To verify a signature takes longer than most requests: that is done once. */
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(MOST_VERIFIED).build();

    /**
     * A token that has been verified.
     *
     * @param key the id of the key, which must still be one of ours
     * @param until when the token runs out; what is left of the leeway it has to be verified for again
     */
    private record Verified(JwtClaims claims, String key, Instant until) {}

    AccessTokens(TokenConfig config, TokenKeys keys) {
        this.config = config;
        this.keys = keys;
        consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(this::resolve)
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(true, config.issuer())
                .setExpectedAudience(true, config.audience())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                .registerValidator(AccessTokens::missing)
                .build();
    }

    /** A signed token for the user of a session. */
    String issue(Session session) {
        TokenKey key = keys.signing();
        Instant now = Instant.now();
        return Jwt.issuer(config.issuer())
                .audience(config.audience())
                .subject(session.user.id.toString())
                .groups(Set.of(session.user.role.code))
                .issuedAt(now)
                .expiresAt(now.plus(config.accessTtl()))
                .claim("jti", UUID.randomUUID().toString())
                .claim("client_id", config.audience())
                .claim(SESSION, session.id.toString())
                .jws()
                .type(TYPE)
                .keyId(key.id())
                .algorithm(SignatureAlgorithm.fromAlgorithm(key.algorithm()))
                .sign(key.privateKey());
    }

    /** How long a token is good for, in seconds. */
    long lifetime() {
        return config.accessTtl().toSeconds();
    }

    /**
     * What a token says; nothing unless one of our keys signed it, with that key's algorithm, and it is of our type, for
     * us, and in its time.
     */
    Optional<JwtClaims> verify(String token) {
        String digest = Sha256.key(token);
        Verified known = verified.getIfPresent(digest);
        if (known != null
                && Instant.now().isBefore(known.until)
                && keys.find(known.key).isPresent()) {
            return Optional.of(known.claims);
        }
        try {
            JwtContext context = consumer.process(token);
            JwtClaims claims = context.getJwtClaims();
            verified.put(
                    digest,
                    new Verified(
                            claims,
                            context.getJoseObjects().getFirst().getKeyIdHeaderValue(),
                            Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
            return Optional.of(claims);
        } catch (MalformedClaimException | InvalidJwtException _) {
            return Optional.empty();
        }
    }

    /** What keeps a token from standing for a session of a user; null if nothing does. */
    private static String missing(JwtContext context) throws MalformedClaimException {
        JwtClaims claims = context.getJwtClaims();
        return Id.parse(claims.getSubject()).isPresent()
                        && Id.parse(claims.getStringClaimValue(SESSION)).isPresent()
                ? null
                : "no user and session";
    }

    private Key resolve(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        String id = signature.getKeyIdHeaderValue();
        String algorithm = signature.getAlgorithmHeaderValue();
        return keys.find(String.valueOf(id))
                .filter(key -> key.algorithm().equals(algorithm))
                .map(TokenKey::publicKey)
                .orElseThrow(() -> new UnresolvableKeyException("no key of this id for this algorithm"));
    }
}

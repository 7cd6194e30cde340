package org.nestegg.identity.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestegg.identity.User;
import org.nestegg.platform.security.TestKeys;
import org.nestegg.platform.security.TokenKeys;

class AccessTokensTest {

    @TempDir
    private Path folder;

    private PrivateKey key;
    private TokenKeys keys;
    private AccessTokens tokens;
    private Session session;

    @BeforeEach
    void setUp() {
        key = TestKeys.generate("EC", 256);
        TestKeys.write(folder, "1.pem", key);
        keys = TestKeys.keys(folder);
        tokens = new AccessTokens(TestKeys.config(folder), keys);
        session = new Session();
        session.id = UUID.randomUUID();
        session.user = new User();
        session.user.id = UUID.randomUUID();
        session.user.currency = Currency.getInstance("EUR");
    }

    @Test
    void aTokenSaysWhoItStandsFor() throws Exception {
        String token = tokens.issue(session);
        JwtClaims verified = tokens.verify(token).orElseThrow();
        assertEquals(session.user.id.toString(), verified.getSubject());
        assertEquals(session.id.toString(), verified.getStringClaimValue("sid"));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        assertEquals("at+jwt", signature.getHeader("typ"));
        assertEquals(keys.signing().id(), signature.getKeyIdHeaderValue());
        signature.setKey(
                new JsonWebKeySet(keys.toJwks()).getJsonWebKeys().getFirst().getKey());
        JwtClaims claims = JwtClaims.parse(signature.getPayload());
        assertEquals("nestegg", claims.getIssuer());
        assertEquals(List.of("nestegg"), claims.getAudience());
        assertEquals(session.user.id.toString(), claims.getSubject());
        assertEquals(session.id.toString(), claims.getStringClaimValue("sid"));
        assertEquals(List.of("user"), claims.getStringListClaimValue("groups"));
        assertEquals(
                900,
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
        assertTrue(claims.getJwtId().length() > 20);
    }

    @Test
    void aTokenSurvivesTheRotationOfItsKeyUntilTheOldOneIsRemoved() throws Exception {
        String token = tokens.issue(session);
        TestKeys.write(folder, "2.pem", TestKeys.generate("RSA", 2048));
        keys = TestKeys.keys(folder);
        AccessTokens rotated = new AccessTokens(TestKeys.config(folder), keys);
        assertTrue(rotated.verify(token).isPresent());
        assertTrue(rotated.verify(rotated.issue(session)).isPresent());
        java.nio.file.Files.delete(folder.resolve("1.pem"));
        AccessTokens removed = new AccessTokens(TestKeys.config(folder), TestKeys.keys(folder));
        assertTrue(removed.verify(token).isEmpty());
    }

    @Test
    void aGoodForgeryWouldBeTaken() throws JoseException {
        assertTrue(tokens.verify(forge(jws -> {}, claims -> {})).isPresent());
    }

    @Test
    void forgeriesAreRefused() throws JoseException {
        refuse("another key", jws -> jws.setKey(TestKeys.generate("EC", 256)), claims -> {});
        refuse("unknown key id", jws -> jws.setKeyIdHeaderValue("unknown"), claims -> {});
        refuse("no key id", jws -> jws.getHeaders().setStringHeaderValue("kid", null), claims -> {});
        refuse("another type", jws -> jws.setHeader("typ", "JWT"), claims -> {});
        refuse("another issuer", jws -> {}, claims -> claims.setIssuer("somebody"));
        refuse("another audience", jws -> {}, claims -> claims.setAudience("somebody"));
        refuse("expired", jws -> {}, claims -> claims.setExpirationTime(in(-31)));
        refuse("not yet valid", jws -> {}, claims -> claims.setNotBefore(in(60)));
        refuse("no expiry", jws -> {}, claims -> claims.unsetClaim("exp"));
        refuse("no subject", jws -> {}, claims -> claims.unsetClaim("sub"));
        refuse("no session", jws -> {}, claims -> claims.unsetClaim("sid"));
        refuse("a subject that is no id", jws -> {}, claims -> claims.setSubject("root"));
        refuse("a session that is no text", jws -> {}, claims -> claims.setClaim("sid", 5));
        refuse("the public key as a secret", this::signWithThePublicKeyAsASecret, claims -> {});
    }

    @Test
    void clocksMayDifferByHalfAMinute() throws JoseException {
        assertTrue(tokens.verify(forge(jws -> {}, claims -> {
                    claims.setIssuedAt(in(-925));
                    claims.setExpirationTime(in(-25));
                }))
                .isPresent());
    }

    @Test
    void anUnsignedTokenIsRefused() throws JoseException {
        String signed = forge(jws -> {}, claims -> {});
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"typ\":\"at+jwt\",\"alg\":\"none\",\"kid\":\""
                                + keys.signing().id() + "\"}")
                        .getBytes());
        assertTrue(tokens.verify(header + "." + signed.split("\\.")[1] + ".").isEmpty());
        assertTrue(tokens.verify("").isEmpty());
        assertTrue(tokens.verify("a.b.c").isEmpty());
        assertTrue(tokens.verify(signed.substring(0, signed.length() - 2)).isEmpty());
    }

    private void refuse(String forgery, Consumer<JsonWebSignature> header, Consumer<JwtClaims> payload)
            throws JoseException {
        assertTrue(tokens.verify(forge(header, payload)).isEmpty(), forgery);
    }

    private void signWithThePublicKeyAsASecret(JsonWebSignature jws) {
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setKey(new HmacKey(keys.signing().publicKey().getEncoded()));
    }

    /** A token that would be good, but for what the two change. */
    private String forge(Consumer<JsonWebSignature> header, Consumer<JwtClaims> payload) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("nestegg");
        claims.setAudience("nestegg");
        claims.setSubject(UUID.randomUUID().toString());
        claims.setClaim("sid", UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTime(in(600));
        payload.accept(claims);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setHeader("typ", "at+jwt");
        jws.setKeyIdHeaderValue(keys.signing().id());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKey(key);
        header.accept(jws);
        jws.setPayload(claims.toJson());
        jws.setDoKeyValidation(false);
        return jws.getCompactSerialization();
    }

    private static NumericDate in(int seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }
}

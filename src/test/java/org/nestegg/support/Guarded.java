package org.nestegg.support;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The service as in production: with limits, behind a proxy, and with an outside issuer, played by a local stub. */
public class Guarded implements QuarkusTestProfile {

    public static final String ISSUER = "https://id.example.com";
    public static final String AUDIENCE = "nestegg-at-example";
    public static final int REQUESTS_PER_MINUTE = 400;

    /** More than any test needs that is not about them: the first admin signs in for each operation of the API. */
    public static final int SIGN_INS_PER_HOUR = 100;

    public static final int REFRESHES_PER_HOUR = 30;

    /** Outside the class that is loaded anew for the test, so that both sides have the same key. */
    private static final String KEY = "nestegg.test.outside-key";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("outside");
            System.setProperty(KEY, key.toJson(org.jose4j.jwk.JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            byte[] keys = new JsonWebKeySet(key).toJson().getBytes(StandardCharsets.UTF_8);
            server.createContext("/keys", exchange -> {
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return Map.ofEntries(
                    Map.entry("nestegg.oidc.issuer", ISSUER),
                    Map.entry(
                            "nestegg.oidc.jwks-url",
                            "http://localhost:" + server.getAddress().getPort() + "/keys"),
                    Map.entry("nestegg.oidc.audience", AUDIENCE),
                    Map.entry("nestegg.limits.enabled", "true"),
                    Map.entry("nestegg.limits.registrations-per-hour", "200"),
                    Map.entry("nestegg.limits.requests-per-minute", Integer.toString(REQUESTS_PER_MINUTE)),
                    Map.entry("nestegg.limits.sign-ins-per-hour", Integer.toString(SIGN_INS_PER_HOUR)),
                    Map.entry("nestegg.limits.refreshes-per-hour", Integer.toString(REFRESHES_PER_HOUR)),
                    Map.entry("nestegg.trusted-proxies", "127.0.0.1"),
                    Map.entry("nestegg.body-timeout", "2s"),
                    Map.entry("nestegg.cors-origins", "https://app.example.com,https://other.example.com"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    /** What a good token of the issuer says. */
    public static JwtClaims claims(String subject) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setExpirationTimeMinutesInTheFuture(10);
        return claims;
    }

    /** A token that the issuer signs. */
    public static String sign(JwtClaims claims, String type) {
        try {
            EllipticCurveJsonWebKey key =
                    (EllipticCurveJsonWebKey) org.jose4j.jwk.JsonWebKey.Factory.newJwk(System.getProperty(KEY));
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey(key.getPrivateKey());
            signature.setKeyIdHeaderValue("outside");
            signature.setAlgorithmHeaderValue("ES256");
            signature.setHeader("typ", type);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }
}

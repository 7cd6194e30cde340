package org.nestegg.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nestegg.support.Race;

/** An issuer that takes connections and never answers. */
class OutsideKeysTest {

    private static String token(String issuer) {
        return encode("{\"alg\":\"ES256\",\"kid\":\"unknown\"}") + "."
                + encode("{\"iss\":\"" + issuer + "\",\"aud\":\"nestegg\",\"sub\":\"x\",\"exp\":4000000000}") + "."
                + encode("x".repeat(64));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneThatDoesNotAnswerTakesFewThreadsAndNotForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 100)) {
            OutsideTokens tokens = new OutsideTokens(new OidcConfig() {
                @Override
                public Optional<String> issuer() {
                    return Optional.of("https://id.example.com");
                }

                @Override
                public Optional<String> jwksUrl() {
                    return Optional.of("http://localhost:" + silent.getLocalPort() + "/keys");
                }

                @Override
                public String audience() {
                    return "nestegg";
                }
            });
            long begin = System.nanoTime();
            List<Boolean> verified = Race.of(
                    60, i -> tokens.verify(token("https://id.example.com")).isPresent());
            assertFalse(verified.contains(true));
            // Once, and for three seconds: not one after the other.
            assertTrue(System.nanoTime() - begin < 10_000_000_000L, "they waited one after the other");
            // Whoever does not even claim to come from there is refused without asking.
            long start = System.nanoTime();
            assertTrue(tokens.verify(token("https://other.example.com")).isEmpty());
            assertTrue(System.nanoTime() - start < 2_000_000_000L);
        }
    }
}

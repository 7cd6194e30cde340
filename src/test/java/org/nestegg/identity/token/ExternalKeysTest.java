package org.nestegg.identity.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestegg.platform.security.TestKeys;
import org.nestegg.platform.security.TokenKeys;
import org.nestegg.support.Race;

/** An issuer that takes connections and never answers. */
class ExternalKeysTest {

    private static String token(String issuer) {
        return encode("{\"alg\":\"ES256\",\"kid\":\"unknown\"}") + "."
                + encode("{\"iss\":\"" + issuer + "\",\"aud\":\"nestegg\",\"sub\":\"x\",\"exp\":4000000000}") + "."
                + encode("x".repeat(64));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @TempDir
    Path folder;

    @BeforeEach
    void makeKey() {
        TestKeys.write(folder, "1.pem", TestKeys.generate("EC", 256));
    }

    @Test
    void oneThatDoesNotAnswerTakesFewThreadsAndNotForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 100)) {
            ExternalTokens tokens = new ExternalTokens(
                    new OidcConfig() {
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
                    },
                    TestKeys.config(folder),
                    () -> TestKeys.keys(folder));
            AtomicInteger asked = new AtomicInteger();
            Thread.ofVirtual().start(() -> {
                List<Socket> kept = new ArrayList<>();
                try {
                    while (true) {
                        kept.add(silent.accept());
                        asked.incrementAndGet();
                    }
                } catch (IOException _) {
                    // closed at the end
                }
            });
            List<Boolean> verified = Race.of(
                    60, i -> tokens.verify(token("https://id.example.com")).isPresent());
            assertFalse(verified.contains(true));
            assertEquals(1, asked.get(), "once for all of them");
            // Whoever does not even claim to come from there is refused without asking.
            assertTrue(tokens.verify(token("https://other.example.com")).isEmpty());
            assertEquals(1, asked.get());
        }
    }

    /** Another Nestegg may be trusted, whose name is ours unless somebody has changed it. */
    @Test
    void anIssuerOfOurNameDoesNotClaimOurTokens() {
        OidcConfig twin = new OidcConfig() {
            @Override
            public Optional<String> issuer() {
                return Optional.of("nestegg");
            }

            @Override
            public Optional<String> jwksUrl() {
                return Optional.of("http://localhost:1/keys");
            }

            @Override
            public String audience() {
                return "nestegg";
            }
        };
        TokenKeys keys = TestKeys.keys(folder);
        ExternalTokens tokens = new ExternalTokens(twin, TestKeys.config(folder), () -> keys);
        String payload = "." + encode("{\"iss\":\"nestegg\"}") + "." + encode("x".repeat(64));
        assertFalse(tokens.claimToBeIssuers(
                encode("{\"alg\":\"ES256\",\"kid\":\"" + keys.signing().id() + "\"}") + payload));
        assertTrue(tokens.claimToBeIssuers(encode("{\"alg\":\"ES256\",\"kid\":\"another\"}") + payload));
    }
}

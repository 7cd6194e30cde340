package org.nestegg.identity.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
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

    @Test
    void oneThatDoesNotAnswerTakesFewThreadsAndNotForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 100)) {
            ExternalTokens tokens = new ExternalTokens(new OidcConfig() {
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
}

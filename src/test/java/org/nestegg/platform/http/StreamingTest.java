package org.nestegg.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;

/** An answer that breaks off does not look like a whole one, to nobody. */
@QuarkusTest
class StreamingTest extends ApiTest {

    private static String read(String path) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[8192];
            try {
                for (int n = socket.getInputStream().read(buffer);
                        n >= 0;
                        n = socket.getInputStream().read(buffer)) {
                    answer.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                }
            } catch (java.net.SocketException _) {
                // reset, which is as good as closed
            }
            return answer.toString();
        }
    }

    /** The lines that say so: another request's, which came before, may only now be written. */
    private static long failed(List<String> lines) {
        synchronized (lines) {
            return lines.stream().filter(line -> line.contains(" failed ")).count();
        }
    }

    @Test
    void theConnectionIsClosedBeforeTheEnd() throws Exception {
        List<String> lines = new ArrayList<>();
        Logger access = Logger.getLogger("nestegg.access");
        Level before = access.getLevel();
        Handler handler = new Handler() {

            @Override
            public void publish(LogRecord line) {
                synchronized (lines) {
                    lines.add(line.getMessage());
                }
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        access.setLevel(Level.INFO);
        access.addHandler(handler);
        try {
            String answer = read("/test/streaming/broken/500");
            assertTrue(answer.startsWith("HTTP/1.1 200 "), () -> answer.substring(0, Math.min(300, answer.length())));
            assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked"));
            assertFalse(answer.endsWith("0\r\n\r\n"), "ends like a whole answer");
            for (int i = 0; i < 200 && failed(lines) == 0; i++) {
                Thread.sleep(50);
            }
        } finally {
            access.removeHandler(handler);
            access.setLevel(before);
        }
        assertEquals(1, failed(lines), lines::toString);
    }

    @Test
    void whatFailsBeforeItHasBegunIsAProblem() throws IOException {
        String answer = read("/test/streaming/broken/0");
        assertTrue(answer.startsWith("HTTP/1.1 500 "), answer);
        assertTrue(answer.contains("internal-error"), answer);
    }
}

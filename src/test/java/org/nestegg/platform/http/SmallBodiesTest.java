package org.nestegg.platform.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Await;
import org.nestegg.support.Person;

/** A body arrives whole, however it is sent. */
@QuarkusTest
class SmallBodiesTest extends ApiTest {

    private static final String HEAD = "POST /test/small HTTP/1.1\r\nHost: localhost\r\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2_000, 16 * 1024, 16 * 1024 + 1, 100_000})
    void ofAnySize(int size) {
        String body = "x".repeat(size);
        Person.signUp()
                .request()
                .contentType("text/plain")
                .body(body)
                .post("/api/v1/diagnostics/echo")
                .then()
                .statusCode(200)
                .body("body", equalTo(body));
    }

    @Test
    void inPieces() throws Exception {
        try (Socket socket = connect()) {
            send(socket, HEAD + "Content-Length: 9\r\n\r\n");
            for (String piece : new String[] {"one", "two", "six"}) {
                Thread.sleep(50);
                send(socket, piece);
            }
            assertEquals("9", answer(socket));
        }
    }

    @Test
    void inChunks() throws IOException {
        try (Socket socket = connect()) {
            send(socket, HEAD + "Transfer-Encoding: chunked\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n");
            assertEquals("6", answer(socket));
        }
    }

    @Test
    void ofRequestsThatAreSentBeforeTheAnswer() throws IOException {
        try (Socket socket = connect()) {
            send(
                    socket,
                    HEAD + "Content-Length: 3\r\n\r\none" + HEAD + "\r\n" + HEAD + "Content-Length: 5\r\n\r\nthree");
            assertEquals("3", answer(socket));
            assertEquals("0", answer(socket));
            assertEquals("5", answer(socket));
        }
    }

    @Test
    void ofWhoeverWaitsToBeToldToSendIt() throws IOException {
        try (Socket socket = connect()) {
            send(socket, HEAD + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", head(socket.getInputStream()));
            send(socket, "one");
            assertEquals("3", answer(socket));
        }
    }

    /** Nobody waits for the body of a request that is refused without it; the next one is not taken for it. */
    @Test
    void notBeforeARefusal() throws IOException {
        try (Socket socket = connect()) {
            send(
                    socket,
                    "POST /api/v1/transactions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 5\r\n\r\n");
            assertTrue(head(socket.getInputStream()).startsWith("HTTP/1.1 401 "));
        }
    }

    /** Closed, and reset: either way it is the sender's doing, and nothing for the operator to look at. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofWhoeverGoesBeforeTheEndNothingIsDone(boolean reset) throws Exception {
        List<LogRecord> lines = Collections.synchronizedList(new ArrayList<>());
        Handler handler = handler(lines::add);
        Logger root = Logger.getLogger("");
        Logger access = Logger.getLogger("nestegg.access");
        Level before = access.getLevel();
        access.setLevel(Level.INFO);
        root.addHandler(handler);
        try {
            try (Socket socket = connect()) {
                send(socket, HEAD + "Content-Length: 5\r\n\r\nno");
                Thread.sleep(100);
                socket.setSoLinger(reset, 0);
            }
            Await.until(
                    "its line",
                    () -> List.copyOf(lines).stream()
                            .anyMatch(line -> line.getMessage().contains("/test/small aborted")));
        } finally {
            root.removeHandler(handler);
            access.setLevel(before);
        }
        assertEquals(
                List.of(),
                List.copyOf(lines).stream()
                        .filter(line -> line.getLevel().intValue() > Level.INFO.intValue()
                                && line.getLoggerName().startsWith("org.nestegg."))
                        .map(LogRecord::getMessage)
                        .toList());
    }

    private static Handler handler(Consumer<LogRecord> lines) {
        return new Handler() {

            @Override
            public void publish(LogRecord line) {
                lines.accept(line);
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
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The content of the next answer. */
    private static String answer(Socket socket) throws IOException {
        String head = head(socket.getInputStream());
        assertTrue(head.startsWith("HTTP/1.1 200 "), head);
        int length = Pattern.compile("(?i)content-length: (\\d+)")
                .matcher(head)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertTrue(next >= 0, () -> "hung up after: " + head);
            head.append((char) next);
        }
        return head.toString();
    }
}

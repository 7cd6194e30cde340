package org.nestegg.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Bytes that no HTTP client would send, and what comes back until the service closes the connection. */
public final class RawHttp {

    private static final int TIMEOUT_MILLIS = 20_000;

    private RawHttp() {}

    /** All answers on one connection, on which these bytes are sent. That it does not end in time is an error. */
    public static List<Answer> send(String bytes) throws IOException {
        URI base = URI.create(RestAssured.baseURI);
        int port = base.getPort() > 0 ? base.getPort() : RestAssured.port;
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = new Socket(base.getHost(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                received.write(buffer, 0, n);
            }
        } catch (SocketException e) {
            // cut before all was sent or read; what was received is judged
        }
        return answers(received.toString(StandardCharsets.ISO_8859_1), bytes.startsWith("HEAD "));
    }

    private static List<Answer> answers(String received, boolean headOnly) {
        List<Answer> answers = new ArrayList<>();
        int at = 0;
        while (at < received.length()) {
            int end = received.indexOf("\r\n\r\n", at) + 4;
            Answer head = new Answer(received.substring(at, end), "");
            StringBuilder body = new StringBuilder();
            at = end;
            if (!headOnly && head.header("Transfer-Encoding").isPresent()) {
                int size;
                do {
                    int line = received.indexOf("\r\n", at);
                    size = Integer.parseInt(received.substring(at, line), 16);
                    body.append(received, line + 2, line + 2 + size);
                    at = line + 2 + size + 2;
                } while (size > 0);
            } else if (!headOnly) {
                at += head.header("Content-Length").map(Integer::parseInt).orElse(0);
                body.append(received, end, at);
            }
            answers.add(new Answer(
                    head.head,
                    new String(body.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
        }
        return answers;
    }

    /** One answer. */
    public record Answer(String head, String body) {

        public int status() {
            return Integer.parseInt(head.split(" ")[1]);
        }

        public Optional<String> header(String name) {
            return head.lines()
                    .skip(1)
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        /** Fails unless this is a problem with all its members. */
        public void isProblem(int status, String code) {
            assertEquals(status, status(), this::toString);
            assertEquals(Optional.of("application/problem+json"), header("Content-Type"), this::toString);
            JsonPath problem = JsonPath.from(body);
            assertEquals(code, problem.getString("code"), this::toString);
            assertEquals("/problems/" + code, problem.getString("type"));
            assertEquals(status, problem.getInt("status"));
            for (String member : List.of("title", "detail", "instance", "traceId")) {
                assertEquals(false, problem.getString(member).isEmpty(), member);
            }
        }
    }
}

package org.nestegg.support;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The packaged application as a process of its own, started as an operator would: by environment alone. */
public final class Replica implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** On a machine that has other things to do. */
    private static final Duration START = Duration.ofMinutes(3);

    private static final Path ARTIFACT = artifact();

    public final int port = freePort();
    public final int managementPort = freePort();
    public final Process process;
    private final Path output;

    private Replica(Map<String, String> environment, List<String> jvmArguments, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (isNative()) {
            command.add(ARTIFACT.toString());
            command.addAll(jvmArguments);
        } else {
            command.add(ProcessHandle.current().info().command().orElseThrow());
            command.addAll(jvmArguments);
            command.addAll(List.of("-jar", ARTIFACT.toString()));
        }
        command.addAll(arguments);
        output = Files.createTempFile("replica", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        process = builder.start();
    }

    /** Whether what was packaged is a native executable, which takes the arguments of a JVM, too. */
    public static boolean isNative() {
        return !ARTIFACT.toString().endsWith(".jar");
    }

    /** What was packaged last, as the packaging says: there may be older ones beside it. */
    private static Path artifact() {
        Path folder = Path.of("target").toAbsolutePath();
        Properties artifact = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("quarkus-artifact.properties"))) {
            artifact.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve(artifact.getProperty("path"));
    }

    /** What a process needs to know. */
    public static Map<String, String> environment(String url, Path keys) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url,
                "QUARKUS_DATASOURCE_USERNAME",
                "postgres",
                "QUARKUS_DATASOURCE_PASSWORD",
                "",
                "NESTEGG_TOKEN_KEYS_DIR",
                keys.toString());
    }

    /** Starts a process, whatever becomes of it. */
    public static Replica launch(Map<String, String> environment, String... jvmArguments) {
        try {
            return new Replica(environment, List.of(jvmArguments), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a process with an argument: a command that ends by itself. */
    public static Replica command(Map<String, String> environment, String... arguments) {
        try {
            return new Replica(environment, List.of(), List.of(arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a process and waits until it is ready. */
    public static Replica serve(Map<String, String> environment, String... jvmArguments) {
        Replica replica = launch(environment, jvmArguments);
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (replica.get(replica.managementPort, "/q/health/ready").statusCode() == 200) {
                    return replica;
                }
            } catch (AssertionError e) {
                pause();
            }
            if (!replica.process.isAlive()) {
                break;
            }
        }
        throw new AssertionError("did not become ready: " + replica.output());
    }

    public HttpResponse<String> get(int port, String path) {
        return send(HttpRequest.newBuilder(uri(port, path)).build());
    }

    public HttpResponse<String> get(String path, String token) {
        return send(HttpRequest.newBuilder(uri(port, path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    public HttpResponse<String> post(String path, String token, String body) {
        HttpRequest.Builder request = toPost(path, body);
        return send((token == null ? request : request.header("Authorization", "Bearer " + token)).build());
    }

    public HttpResponse<String> postKeyed(String path, String token, String key, String body) {
        return send(toPost(path, body)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .build());
    }

    private HttpRequest.Builder toPost(String path, String body) {
        return HttpRequest.newBuilder(uri(port, path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    }

    /** The access token of a new user. */
    public String register() {
        HttpResponse<String> answer = post(
                "/api/v1/auth/register",
                null,
                "{'email': '%s@example.com', 'password': 'a walk by the river'}".formatted(UUID.randomUUID()));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        return answer.body().replaceAll("(?s).*\"accessToken\":\"([^\"]+)\".*", "$1");
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public URI uri(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** The status of a health check, or 0 if nobody answers. */
    public int health(String check) {
        try {
            return get(managementPort, "/q/health/" + check).statusCode();
        } catch (AssertionError _) {
            return 0;
        }
    }

    /** All that the process has printed. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the process ended by itself. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

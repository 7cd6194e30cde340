package org.nestegg.support;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The packaged application as a process of its own, started as an operator would: by environment alone. */
public final class Replica implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    /** On a machine that has other things to do. */
    private static final Duration START = Duration.ofMinutes(3);

    /** Nobody waits for an answer for ever. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final Path ARTIFACT = artifact();

    /** A process lives for seconds: what a JVM does to be fast in the long run is not worth its time. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmn256m", "-Xlog:aot*=off");

    /** Each is given once, from a place where the tests of a JVM beside this one hardly begin. */
    private static final AtomicInteger PORTS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(20_000, 31_000));

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

    /** What a process needs to know; passwords cost little, as in all tests but those of their cost. */
    public static Map<String, String> environment(String url, Path keys) {
        return Map.of(
                "NESTEGG_PASSWORD_HASH_MEMORY",
                "64",
                "NESTEGG_PASSWORD_HASH_PASSES",
                "1",
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
            List<String> all = new ArrayList<>(Cache.arguments());
            all.addAll(List.of(jvmArguments));
            return new Replica(environment, all, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a process with an argument: a command that ends by itself. */
    public static Replica command(Map<String, String> environment, String... arguments) {
        try {
            return new Replica(environment, Cache.arguments(), List.of(arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a process and waits until it is ready. */
    public static Replica serve(Map<String, String> environment, String... jvmArguments) {
        Replica replica = launch(environment, jvmArguments);
        replica.await("ready");
        return replica;
    }

    /** Waits until a health check succeeds. */
    public void await(String check) {
        long deadline = System.nanoTime() + START.toNanos();
        while (health(check) != 200) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("did not become " + check + ": " + output());
            }
            pause();
        }
    }

    public HttpResponse<String> get(int port, String path) {
        return send(to(port, path).build());
    }

    public HttpResponse<String> get(String path, String token) {
        return send(to(port, path).header("Authorization", "Bearer " + token).build());
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
        return to(port, path)
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

    /** A request that does not wait for ever. */
    public HttpRequest.Builder to(int port, String path) {
        return HttpRequest.newBuilder(uri(port, path)).timeout(ANSWER);
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
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + output());
        }
        return process.exitValue();
    }

    /** Ends the process without warning. */
    public void kill() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(ANSWER.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        kill();
    }

    /** The AOT cache that every process starts from: one is started for it, the first time after the packaging. */
    private static final class Cache {

        private static final List<String> ARGUMENTS = isNative() ? List.of() : train();

        static List<String> arguments() {
            return ARGUMENTS;
        }

        private static List<String> train() {
            Path cache = Path.of("target", "replica.aot").toAbsolutePath();
            // Other tests may run in a JVM beside this one.
            try (FileChannel lock = FileChannel.open(
                            cache.resolveSibling("replica.aot.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock _ = lock.lock()) {
                if (!Files.exists(cache) || isOlder(cache, ARTIFACT)) {
                    write(cache);
                }
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
            return with("-XX:AOTCache=" + cache);
        }

        private static void write(Path cache) throws IOException, InterruptedException {
            Map<String, String> environment =
                    new HashMap<>(environment(FreshDatabase.create().getUrl(), PackagedSurroundings.keys()));
            environment.put("QUARKUS_SHUTDOWN_DELAY", "0s");
            Path written = cache.resolveSibling("replica.aot.new");
            try (Replica replica = new Replica(environment, with("-XX:AOTCacheOutput=" + written), List.of())) {
                replica.await("ready");
                replica.get("/api/v1/me", replica.register());
                replica.process.destroy();
                if (replica.exitCode() != 0 || !Files.exists(written)) {
                    throw new AssertionError("no cache: " + replica.output());
                }
                Files.move(written, cache, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        private static boolean isOlder(Path file, Path other) throws IOException {
            return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) < 0;
        }

        private static List<String> with(String argument) {
            List<String> all = new ArrayList<>(SHORT_LIVED);
            all.add(argument);
            return all;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** One below those that systems give to whoever connects: such a connection may take a port before the process does. */
    private static int freePort() {
        while (true) {
            int port = PORTS.getAndIncrement();
            try (ServerSocket _ = new ServerSocket(port)) {
                return port;
            } catch (BindException _) {
                // another one, then
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

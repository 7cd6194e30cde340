package org.nestegg.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nestegg.support.FreshDatabase;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Replica;

/**
 * What others make of the OpenAPI document: linters, and the clients that OpenAPI Generator writes, each compiled and walked
 * through the packaged application. The profile {@code clients} generates them; npm brings the rest.
 */
@Tag("clients")
class ClientsIT {

    private static final Path DOCUMENT = Path.of("target/openapi/openapi.json").toAbsolutePath();
    private static final Path GENERATED = Path.of("target/clients").toAbsolutePath();
    private static final int MINUTES = 5;

    private static Replica replica;

    @BeforeAll
    static void install() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/test/clients"))) {
            for (Path file : files.toList()) {
                Files.write(GENERATED.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        replica = Replica.serve(Replica.environment(FreshDatabase.create().getUrl(), PackagedSurroundings.keys()));
    }

    @AfterAll
    static void stop() {
        replica.close();
    }

    @Test
    void spectralFindsNothing() throws Exception {
        run("node", "spectral.mjs", DOCUMENT.toString());
    }

    @Test
    void redoclyFindsNothing() throws Exception {
        run("node", "redocly.mjs", DOCUMENT.toString());
    }

    @Test
    void theJavaClientWorks() throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-d",
                Files.createDirectories(GENERATED.resolve("java-classes")).toString(),
                GENERATED.resolve("RoundTrip.java").toString()));
        try (Stream<Path> sources = Files.walk(GENERATED.resolve("java/src/main/java"))) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)),
                "does not compile");
        walk(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                GENERATED.resolve("java-classes") + File.pathSeparator + System.getProperty("java.class.path"),
                "RoundTrip");
    }

    @Test
    void theTypeScriptClientWorks() throws Exception {
        run(GENERATED.resolve("node_modules/.bin/tsc").toString());
        walk("node", "out/round-trip.js");
    }

    private static void walk(String... command) throws Exception {
        List<String> there = new ArrayList<>(List.of(command));
        there.add("http://localhost:" + replica.port);
        String said = run(there.toArray(String[]::new));
        int steps = Integer.parseInt(said.strip().lines().toList().getLast().split(" ")[0]);
        assertTrue(steps >= 30, said);
    }

    /** What a command says, in the folder of the clients. That it fails, or does not end, is a failure. */
    private static String run(String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("clients", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(GENERATED.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("NO_COLOR", "1");
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(log);
        Files.delete(log);
        assertTrue(ended, () -> "does not end: " + said);
        assertEquals(0, process.exitValue(), said);
        return said;
    }
}

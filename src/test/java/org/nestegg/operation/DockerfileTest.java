package org.nestegg.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What images promise, as far as it can be read. */
class DockerfileTest {

    private static final Pattern EXACT =
            Pattern.compile("FROM \\S+/\\S+(:\\d+\\.\\d+[\\w.-]*|@sha256:[0-9a-f]{64})( AS \\w+)?");

    private static List<String> lines(String name) {
        try {
            return Files.readAllLines(Path.of("src", "main", "docker", name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> starting(String name, String start) {
        return lines(name).stream().filter(line -> line.startsWith(start)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native", "Dockerfile.native-micro"})
    void imagesAreExactAndBelongToNobody(String name) {
        List<String> bases = starting(name, "FROM");
        assertTrue(!bases.isEmpty() && bases.stream().allMatch(EXACT.asMatchPredicate()), bases.toString());
        assertEquals("USER 10001", starting(name, "USER").getLast());
        assertEquals(List.of("EXPOSE 8080 9000"), starting(name, "EXPOSE"));
        assertEquals(List.of("CMD [\"serve\"]"), starting(name, "CMD"));
        String all = String.join("\n", lines(name));
        for (String label : List.of("title", "description", "licenses", "version", "revision")) {
            assertTrue(all.contains("org.opencontainers.image." + label + "="), label);
        }
    }

    /** Where there is no shell there is no check. */
    @ParameterizedTest
    @CsvSource({"Dockerfile.jvm, 1", "Dockerfile.native, 1", "Dockerfile.native-micro, 0"})
    void imagesWithAShellCheckTheirHealth(String name, int checks) {
        assertEquals(checks, starting(name, "HEALTHCHECK").size());
    }

    /** A cache that was made under other flags is no good. */
    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"})
    void theCacheIsMadeAsItIsUsed(String flag) throws IOException {
        for (Path file : List.of(
                Path.of("pom.xml"), Path.of("src/main/docker/Dockerfile.jvm"), Path.of("src/main/docker/measure"))) {
            assertTrue(Files.readString(file).contains(flag), file.toString());
        }
    }
}

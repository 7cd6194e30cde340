package org.nestegg.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What others think of the manifests in {@code k8s}: the rules of Monokle, which npm brings. */
@Tag("clients")
@Tag("kubernetes")
class ManifestRulesIT {

    private static final Path FOLDER = Path.of("target/manifests").toAbsolutePath();
    private static final int MINUTES = 5;

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(Path.of("src/test/manifests"))) {
            for (Path file : files.toList()) {
                Files.write(FOLDER.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        run("npm", "ci", "--ignore-scripts");
    }

    @Test
    void productionIsWithoutFault() throws Exception {
        assertEquals(List.of("39 rules, 11 objects, 0 faults"), judge(Manifests.ofOverlay("prod")));
    }

    /** The database to try things with is an image of others, which has its own users and takes its password so. */
    @Test
    void developmentHasFaultsOfItsDatabaseAlone() throws Exception {
        List<String> said = judge(Manifests.ofOverlay("dev"));
        String database = " StatefulSet/nestegg-database: ";
        assertEquals(
                Set.of(
                        "KBP104" + database + "Disallow running with a low user ID",
                        "KBP105" + database + "Disallow running with a low group ID",
                        "KBP112" + database + "Disallow mounting secrets in environment variables"),
                Set.copyOf(said.subList(0, said.size() - 1)));
    }

    @Test
    void aFaultIsFound() throws Exception {
        List<JsonNode> objects = Manifests.ofOverlay("prod");
        objects.forEach(object -> object.findParents("allowPrivilegeEscalation")
                .forEach(context -> ((ObjectNode) context).put("allowPrivilegeEscalation", true)));
        List<String> said = judge(objects);
        assertTrue(said.getFirst().startsWith("PSS202 Deployment/nestegg: "), said::toString);
    }

    private static List<String> judge(List<JsonNode> objects) throws IOException, InterruptedException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode().addAll(objects);
        Path file = Files.createTempFile("objects", ".json");
        Files.writeString(file, array.toString());
        return run("node", "judge.js", file.toString()).lines().toList();
    }

    /** What a command says, in the folder of the rules. That it fails, or does not end, is a failure. */
    private static String run(String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("manifests", ".log");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(log);
        Files.delete(log);
        assertTrue(ended, () -> "does not end: " + said);
        assertEquals(0, process.exitValue(), said);
        return said;
    }
}

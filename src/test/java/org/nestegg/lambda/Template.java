package org.nestegg.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The SAM template. Of an intrinsic function in it, such as {@code !Ref}, the operands are read. */
final class Template {

    static final Path FILE = Path.of("src", "main", "sam", "template.yaml");

    private final JsonNode root;

    Template() {
        try {
            root = new YAMLMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** What the function is. */
    JsonNode function() {
        return root.at("/Resources/Function/Properties");
    }

    String handler() {
        return function().path("Handler").asText();
    }

    /** The package that is uploaded. */
    Path code() {
        return FILE.resolveSibling(function().path("CodeUri").asText()).normalize();
    }

    Map<String, String> environment() {
        return function().at("/Environment/Variables").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }
}

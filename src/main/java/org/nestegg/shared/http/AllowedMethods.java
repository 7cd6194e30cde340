package org.nestegg.shared.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The methods that a path takes, for the {@code Allow} header of a 405 and of OPTIONS (RFC 9110, sections 10.2.1 and
 * 15.5.6). The framework leaves the one out and answers the other by class, not by path; the OpenAPI document knows.
 */
@Singleton
public class AllowedMethods {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final OpenApiDocumentService document;
    private final ObjectMapper mapper;
    private volatile List<PathMethods> paths;

    AllowedMethods(OpenApiDocumentService document, ObjectMapper mapper) {
        this.document = document;
        this.mapper = mapper;
    }

    /** The methods of a request path, sorted; empty for a path that does not exist. */
    public Set<String> of(String path) {
        return find(path).map(PathMethods::methods).orElse(Set.of());
    }

    /** Whether a path is one of the document's, with its parameters in braces. */
    boolean isRoute(String template) {
        return paths().stream().anyMatch(p -> p.template.equals(template));
    }

    /** The first, which is the most literal; matrix parameters are no part of a path here. */
    private Optional<PathMethods> find(String path) {
        String bare = path.replaceAll(";[^/]*", "");
        return paths().stream().filter(p -> p.path.matcher(bare).matches()).findFirst();
    }

    private List<PathMethods> paths() {
        if (paths == null) {
            paths = read();
        }
        return paths;
    }

    private List<PathMethods> read() {
        try {
            JsonNode root = mapper.readTree(document.getDocument(OpenApiFilter.DEFAULT_DOCUMENT_NAME, Format.JSON));
            return root.path("paths").properties().stream()
                    // The most literal first, as requests are matched.
                    .sorted(Comparator.comparing(entry -> entry.getKey().replace('{', Character.MAX_VALUE)))
                    .map(entry -> PathMethods.of(root, entry.getKey(), entry.getValue()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The query parameters of an operation; nothing where it takes any, or is not the document's.
     *
     * @param path a request path
     */
    public Optional<Set<String>> queryParameters(String method, String path) {
        String operation = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return find(path).map(p -> p.parameters.get(operation));
    }

    private record PathMethods(
            String template, Pattern path, Set<String> methods, Map<String, Set<String>> parameters) {

        static PathMethods of(JsonNode document, String template, JsonNode item) {
            Set<String> methods = new TreeSet<>();
            Map<String, Set<String>> parameters = new HashMap<>();
            for (String method : METHODS) {
                if (item.has(method)) {
                    methods.add(method.toUpperCase(Locale.ROOT));
                    queryParameters(document, item.get(method)).ifPresent(names -> parameters.put(method, names));
                }
            }
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            methods.add("OPTIONS");
            return new PathMethods(
                    template, Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+") + "/?"), methods, parameters);
        }

        /** A parameter that is an object stands for any (OpenAPI 3.1, style form, exploded). */
        private static Optional<Set<String>> queryParameters(JsonNode document, JsonNode operation) {
            Set<String> names = new HashSet<>();
            for (JsonNode declared : operation.path("parameters")) {
                JsonNode parameter = declared.has("$ref")
                        ? document.at(declared.get("$ref").asText().substring(1))
                        : declared;
                if (parameter.path("in").asText().equals("query")) {
                    if (parameter.at("/schema/type").asText().equals("object")) {
                        return Optional.empty();
                    }
                    names.add(parameter.get("name").asText());
                }
            }
            return Optional.of(names);
        }
    }
}

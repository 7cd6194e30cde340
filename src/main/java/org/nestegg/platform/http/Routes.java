package org.nestegg.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What paths take and answer, as the OpenAPI document has it, for what the framework leaves to guess: the methods of
 * {@code Allow} (RFC 9110, sections 10.2.1 and 15.5.6), the media types that a refusal names, and the parameters that there
 * are.
 */
@Singleton
public class Routes {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final ObjectMapper mapper;
    private volatile List<Route> routes;

    Routes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * An operation.
     *
     * @param parameters the names of its query parameters; nothing where it takes any
     * @param takes the media types of its body, in the document's order
     * @param answers the media types of its success, in the document's order; none where that has no body
     */
    public record Operation(Optional<Set<String>> parameters, List<String> takes, List<String> answers) {

        static Operation of(JsonNode document, JsonNode operation) {
            return new Operation(
                    parameters(document, operation.path("parameters")),
                    names(operation.at("/requestBody/content")),
                    operation.path("responses").properties().stream()
                            .filter(response -> response.getKey().startsWith("2"))
                            .flatMap(response -> names(response.getValue().path("content")).stream())
                            .distinct()
                            .toList());
        }

        private static List<String> names(JsonNode object) {
            return object.properties().stream().map(Map.Entry::getKey).toList();
        }

        /** A parameter that is an object stands for any (OpenAPI 3.1, style form, exploded). */
        private static Optional<Set<String>> parameters(JsonNode document, JsonNode declared) {
            List<JsonNode> parameters = StreamSupport.stream(declared.spliterator(), false)
                    .map(parameter -> parameter.has("$ref")
                            ? document.at(parameter.get("$ref").asText().substring(1))
                            : parameter)
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .toList();
            return parameters.stream()
                            .anyMatch(parameter ->
                                    parameter.at("/schema/type").asText().equals("object"))
                    ? Optional.empty()
                    : Optional.of(parameters.stream()
                            .map(parameter -> parameter.get("name").asText())
                            .collect(Collectors.toSet()));
        }
    }

    /** @param parts of the path, null where there is a parameter */
    private record Route(String template, String[] parts, Map<String, Operation> operations) {

        static Route of(JsonNode document, String template, JsonNode item) {
            Map<String, Operation> operations = new HashMap<>();
            for (String method : METHODS) {
                JsonNode operation = item.get(method.toLowerCase(Locale.ROOT));
                if (operation != null) {
                    operations.put(method, Operation.of(document, operation));
                }
            }
            String[] parts = template.split("/");
            Arrays.setAll(parts, i -> parts[i].startsWith("{") ? null : parts[i]);
            return new Route(template, parts, operations);
        }

        boolean has(String[] path) {
            if (path.length != parts.length) {
                return false;
            }
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] == null ? path[i].isEmpty() : !parts[i].equals(path[i])) {
                    return false;
                }
            }
            return true;
        }

        Set<String> methods() {
            Set<String> methods = new TreeSet<>(operations.keySet());
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            methods.add("OPTIONS");
            return methods;
        }
    }

    /**
     * The path of a request as it is routed: without dot segments, and with what need not be encoded decoded. One that cannot be
     * decoded is refused elsewhere, and left as it is here.
     */
    public static String path(RoutingContext context) {
        try {
            return String.valueOf(context.normalizedPath());
        } catch (IllegalArgumentException _) {
            return context.request().path();
        }
    }

    /** The methods of a request path, sorted; empty for a path that does not exist. */
    public Set<String> methods(String path) {
        return find(path).map(Route::methods).orElse(Set.of());
    }

    /** The operation of a request, if it is one of the document's. */
    public Optional<Operation> operation(String method, String path) {
        return find(path).map(route -> route.operations.get(method.equals("HEAD") ? "GET" : method));
    }

    /** Whether a path is one of the document's, with its parameters in braces. */
    boolean isRoute(String template) {
        return routes().stream().anyMatch(route -> route.template.equals(template));
    }

    /** The first, which is the most literal; matrix parameters are no part of a path here. */
    private Optional<Route> find(String path) {
        String bare = path.indexOf(';') < 0 ? path : path.replaceAll(";[^/]*", "");
        String[] parts = (bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare).split("/", -1);
        for (Route route : routes()) {
            if (route.has(parts)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    private List<Route> routes() {
        if (routes == null) {
            routes = read();
        }
        return routes;
    }

    private List<Route> read() {
        try {
            JsonNode root = mapper.readTree(GeneratedDocument.read(Format.JSON));
            return root.path("paths").properties().stream()
                    // The most literal first, as requests are matched.
                    .sorted(Comparator.comparing(entry -> entry.getKey().replace('{', Character.MAX_VALUE)))
                    .map(entry -> Route.of(root, entry.getKey(), entry.getValue()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

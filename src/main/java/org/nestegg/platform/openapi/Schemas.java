package org.nestegg.platform.openapi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Gives schemas the form that generators of clients make good types of: plain values stand where they are used, with
 * {@code null} as one of their types; only objects and enums have names, and every name is used.
 */
public final class Schemas {

    private static final String PREFIX = "#/components/schemas/";

    private Schemas() {}

    static void simplify(OpenAPI document) {
        namePages(document);
        Map<String, Schema> plain = new LinkedHashMap<>(document.getComponents().getSchemas());
        plain.values().removeIf(schema -> !isPlain(schema));
        each(document, schema -> inline(schema, plain));
        each(document, Schemas::flatten);
        each(document, schema -> {
            if (schema.getRef() != null) {
                schema.setType(null); // which the reference says
            }
            if ("uuid".equals(schema.getFormat())) {
                schema.setPattern(null); // which says no more
            }
        });
        removeUnused(document);
    }

    /**
     * What a merge patch of an input may say (RFC 7396): the same, but none of it is needed; what may be left out of the input
     * may be null.
     */
    public static Schema patchOf(Schema input) {
        List<String> required = Optional.ofNullable(input.getRequired()).orElse(List.of());
        Map<String, Schema> properties = new LinkedHashMap<>();
        input.getProperties().forEach((name, field) -> {
            Schema copy = copy(field);
            if (copy.getDescription() != null) {
                copy.setDescription(copy.getDescription().replace("if left out", "if null"));
            }
            properties.put(name, required.contains(name) ? copy : nullable(copy));
        });
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A merge patch (RFC 7396): a field left out stays, one that is null is cleared.")
                .properties(properties);
    }

    /** The same, or null, which a reference cannot say by itself. */
    static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .description(schema.getDescription())
                    .anyOf(List.of(
                            OASFactory.createSchema().ref(schema.getRef()),
                            OASFactory.createSchema().addType(SchemaType.NULL)));
        }
        if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            schema.addType(SchemaType.NULL);
        }
        return schema;
    }

    private static Schema copy(Schema schema) {
        Schema copy = OASFactory.createSchema();
        schema.getAll().forEach(copy::set);
        return copy.ref(schema.getRef());
    }

    private static boolean isPlain(Schema schema) {
        return schema.getType() != null
                && schema.getType().contains(SchemaType.STRING)
                && schema.getEnumeration() == null;
    }

    /** {@code GoalPage} for a page of {@code Goal}s, and not what the classes are called. */
    private static void namePages(OpenAPI document) {
        Map<String, Schema> schemas =
                new LinkedHashMap<>(document.getComponents().getSchemas());
        Map<String, String> names = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> {
            if (name.matches("Page\\w+View")) {
                names.put(
                        PREFIX + name,
                        nameOf(schema.getProperties().get("items").getItems()) + "Page");
            }
        });
        each(document, schema -> {
            if (names.containsKey(schema.getRef())) {
                schema.setRef(PREFIX + names.get(schema.getRef()));
            }
        });
        Map<String, Schema> renamed = new TreeMap<>();
        schemas.forEach((name, schema) -> renamed.put(names.getOrDefault(PREFIX + name, name), schema));
        document.getComponents().setSchemas(renamed);
    }

    private static String nameOf(Schema reference) {
        return reference.getRef().substring(PREFIX.length());
    }

    private static void inline(Schema schema, Map<String, Schema> plain) {
        if (schema.getRef() == null) {
            return;
        }
        Schema target = plain.get(nameOf(schema));
        if (target != null) {
            schema.setRef(null);
            merge(target, schema);
        }
    }

    /** What may be one plain thing or null has two types. */
    private static void flatten(Schema schema) {
        List<Schema> choices = Optional.ofNullable(schema.getAnyOf()).orElse(List.of());
        Optional<Schema> value =
                choices.stream().filter(choice -> !isNull(choice)).findFirst();
        if (choices.size() != 2 || choices.stream().noneMatch(Schemas::isNull)) {
            return;
        }
        if (value.get().getRef() != null) {
            // One of an enum or null: generators know no such type, so that it may be null is left to the description.
            schema.setAnyOf(null);
            schema.setType(null);
            schema.setRef(value.get().getRef());
        } else {
            schema.setAnyOf(null);
            schema.setType(null);
            merge(value.get(), schema);
            nullable(schema);
        }
    }

    private static boolean isNull(Schema schema) {
        return List.of(SchemaType.NULL).equals(schema.getType());
    }

    /** What the user of a type says of it goes before what the type says. */
    private static void merge(Schema from, Schema to) {
        to.setType(null);
        from.getAll().forEach((name, value) -> {
            if (to.get(name) == null) {
                to.set(name, value);
            }
        });
        to.setType(new ArrayList<>(from.getType()));
    }

    private static void removeUnused(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> used = new HashSet<>();
        Deque<Schema> open = new ArrayDeque<>(roots(document).toList());
        while (!open.isEmpty()) {
            walk(open.pop(), schema -> {
                if (schema.getRef() != null && used.add(nameOf(schema))) {
                    open.add(schemas.get(nameOf(schema)));
                }
            });
        }
        Map<String, Schema> kept = new TreeMap<>(schemas);
        kept.keySet().retainAll(used);
        document.getComponents().setSchemas(kept);
    }

    /** Every schema of the document, once. */
    static void each(OpenAPI document, Consumer<Schema> visit) {
        Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Stream.concat(roots(document), document.getComponents().getSchemas().values().stream())
                .toList()
                .forEach(root -> walk(root, schema -> {
                    if (seen.add(schema)) {
                        visit.accept(schema);
                    }
                }));
    }

    private static void walk(Schema schema, Consumer<Schema> visit) {
        visit.accept(schema);
        Stream.of(
                        Optional.ofNullable(schema.getProperties())
                                .map(Map::values)
                                .orElse(List.of()),
                        Optional.ofNullable(schema.getItems()).stream().toList(),
                        Optional.ofNullable(schema.getAdditionalPropertiesSchema()).stream()
                                .toList(),
                        Optional.ofNullable(schema.getAnyOf()).orElse(List.of()))
                .flatMap(Collection::stream)
                .forEach(inner -> walk(inner, visit));
    }

    /** Those that are not components. */
    private static Stream<Schema> roots(OpenAPI document) {
        List<Operation> operations = document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
        Stream<Parameter> parameters = Stream.concat(
                Optional.ofNullable(document.getComponents().getParameters()).orElse(Map.of()).values().stream(),
                operations.stream()
                        .flatMap(operation ->
                                Stream.ofNullable(operation.getParameters()).flatMap(List::stream)));
        Stream<APIResponse> responses = Stream.concat(
                Optional.ofNullable(document.getComponents().getResponses()).orElse(Map.of()).values().stream(),
                operations.stream().flatMap(operation -> operation.getResponses().getAPIResponses().values().stream()));
        Stream<Content> contents = Stream.concat(
                operations.stream()
                        .map(Operation::getRequestBody)
                        .filter(Objects::nonNull)
                        .map(body -> body.getContent()),
                responses.map(APIResponse::getContent));
        return Stream.concat(
                        parameters.map(Parameter::getSchema),
                        contents.filter(Objects::nonNull)
                                .flatMap(content -> content.getMediaTypes().values().stream())
                                .map(MediaType::getSchema))
                .filter(Objects::nonNull);
    }
}

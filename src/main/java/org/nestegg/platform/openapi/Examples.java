package org.nestegg.platform.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Gives every body in the document the example of its schema, parsed from the JSON text of the annotation. */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMAS = "#/components/schemas/";

    private Examples() {}

    static void addTo(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        schemas.values().stream().filter(schema -> schema.getExamples() != null).forEach(Examples::parse);
        schemas.forEach((name, schema) -> {
            if (name.endsWith("Page") && schema.getProperties().containsKey("items")) {
                ofPage(schemas, schema).ifPresent(example -> schema.setExamples(List.of(example)));
            }
        });
        Stream<Operation> operations = document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream());
        Stream<Content> contents = Stream.concat(
                operations.flatMap(operation -> Stream.concat(
                        Stream.ofNullable(operation.getRequestBody()).map(body -> body.getContent()),
                        operation.getResponses().getAPIResponses().values().stream()
                                .map(APIResponse::getContent))),
                document.getComponents().getResponses().values().stream().map(APIResponse::getContent));
        contents.filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .forEach(media -> illustrate(schemas, media));
    }

    private static void parse(Schema schema) {
        schema.setExamples(schema.getExamples().stream().map(Examples::parse).toList());
    }

    private static Object parse(Object example) {
        if (example instanceof String text && text.startsWith("{")) {
            try {
                return JSON.readValue(text, Map.class);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("an example is not JSON: " + text, e);
            }
        }
        return example;
    }

    private static Optional<Object> ofPage(Map<String, Schema> schemas, Schema page) {
        Schema items = page.getProperties().get("items").getItems();
        return example(schemas, items)
                .map(item -> Map.of("items", List.of(item), "next", "/api/v1/next?cursor=bmV4dA"));
    }

    private static void illustrate(Map<String, Schema> schemas, MediaType media) {
        if (media.getExample() == null && media.getExamples() == null && media.getSchema() != null) {
            example(schemas, media.getSchema()).ifPresent(media::setExample);
        }
    }

    private static Optional<Object> example(Map<String, Schema> schemas, Schema schema) {
        Schema target =
                schema.getRef() == null ? schema : schemas.get(schema.getRef().substring(SCHEMAS.length()));
        return Optional.ofNullable(target.getExamples()).map(List::getFirst);
    }
}

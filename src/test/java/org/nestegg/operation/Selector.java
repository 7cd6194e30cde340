package org.nestegg.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether labels are among those that a label selector asks for. */
final class Selector {

    private Selector() {}

    /** By {@code matchLabels} and {@code matchExpressions}; an empty selector selects everything. */
    static boolean matches(JsonNode selector, JsonNode labels) {
        return hasAll(selector.path("matchLabels"), labels)
                && stream(selector.path("matchExpressions")).allMatch(expression -> holds(expression, labels));
    }

    /** Whether all these labels are there with the same values. */
    static boolean hasAll(JsonNode wanted, JsonNode labels) {
        return wanted.properties().stream().allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }

    private static boolean holds(JsonNode expression, JsonNode labels) {
        JsonNode label = labels.path(expression.path("key").asText());
        boolean named = stream(expression.path("values")).anyMatch(label::equals);
        return switch (expression.path("operator").asText()) {
            case "In" -> named;
            case "NotIn" -> !named;
            case "Exists" -> !label.isMissingNode();
            case "DoesNotExist" -> label.isMissingNode();
            default -> false;
        };
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

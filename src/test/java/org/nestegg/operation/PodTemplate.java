package org.nestegg.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The pods that an object makes.
 *
 * @param owner who makes them, for messages
 */
record PodTemplate(String owner, JsonNode metadata, JsonNode spec) {

    /** Those of all objects that make any. */
    static List<PodTemplate> in(List<JsonNode> objects) {
        return objects.stream()
                .filter(object -> object.at("/spec/template/spec").isObject())
                .map(PodTemplate::of)
                .toList();
    }

    static PodTemplate of(JsonNode workload) {
        return new PodTemplate(
                References.nameOf(workload),
                workload.at("/spec/template/metadata"),
                workload.at("/spec/template/spec"));
    }

    JsonNode labels() {
        return metadata.path("labels");
    }

    /** Those that run, those that run before them, and those for debugging. */
    List<JsonNode> containers() {
        List<JsonNode> containers = new ArrayList<>();
        for (String kind : List.of("containers", "initContainers", "ephemeralContainers")) {
            spec.path(kind).forEach(containers::add);
        }
        return containers;
    }

    /** Whether a container has this port, given by its name or its number. */
    boolean hasPort(JsonNode port) {
        return containers().stream().anyMatch(container -> hasPort(container, port));
    }

    static boolean hasPort(JsonNode container, JsonNode port) {
        for (JsonNode own : container.path("ports")) {
            if (own.path(port.isTextual() ? "name" : "containerPort").equals(port)) {
                return true;
            }
        }
        return false;
    }
}

package org.nestegg.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Knative Serving would refuse of a service: a revision is a pod's, with some fields more and many less. */
final class KnativeService {

    private static final Set<String> OWN =
            Set.of("containerConcurrency", "timeoutSeconds", "idleTimeoutSeconds", "responseStartTimeoutSeconds");
    /** Without any of its feature flags. */
    private static final Set<String> OF_PODS = Set.of(
            "containers",
            "volumes",
            "serviceAccountName",
            "imagePullSecrets",
            "enableServiceLinks",
            "automountServiceAccountToken");

    private KnativeService() {}

    static List<String> faults(JsonNode service) {
        List<String> faults = new ArrayList<>();
        JsonNode template = service.at("/spec/template");
        demandFields(service, Set.of("apiVersion", "kind", "metadata", "spec"), faults);
        demandFields(service.path("spec"), Set.of("template"), faults);
        demandFields(template, Set.of("metadata", "spec"), faults);
        demand(service.path("apiVersion").asText().equals("serving.knative.dev/v1"), "apiVersion", faults);
        demand(service.path("kind").asText().equals("Service"), "kind", faults);

        ObjectNode spec = template.path("spec").deepCopy();
        for (String field : OWN) {
            JsonNode value = spec.remove(field);
            demand(value == null || value.isInt() && value.asInt() >= 0, field + ": not a number", faults);
        }
        spec.fieldNames()
                .forEachRemaining(field -> demand(OF_PODS.contains(field), field + ": not with Knative", faults));
        faults.addAll(ApiSchema.faults(service.path("metadata"), V1ObjectMeta.class));
        faults.addAll(ApiSchema.faults(template.path("metadata"), V1ObjectMeta.class));
        faults.addAll(ApiSchema.faults(spec, V1PodSpec.class));

        for (JsonNode container : spec.path("containers")) {
            JsonNode port = container.at("/ports/0/containerPort");
            demand(container.path("ports").size() == 1, "ports: not one", faults);
            demand(container.at("/ports/0/name").asText().matches("http1|h2c"), "ports: neither http1 nor h2c", faults);
            for (JsonNode asked : container.findValues("httpGet")) {
                demand(asked.path("port").equals(port), "probes: another port", faults);
            }
        }
        return faults;
    }

    private static void demandFields(JsonNode object, Set<String> fields, List<String> faults) {
        object.fieldNames().forEachRemaining(field -> demand(fields.contains(field), field + ": unknown", faults));
    }

    private static void demand(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }
}

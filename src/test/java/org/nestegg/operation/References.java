package org.nestegg.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What objects say of each other, which no schema tells: a name that one uses must be another's. */
final class References {

    private final List<JsonNode> objects;
    private final List<PodTemplate> pods;
    private final List<String> faults = new ArrayList<>();

    private References(List<JsonNode> objects) {
        this.objects = objects;
        pods = PodTemplate.in(objects);
    }

    /** Names that lead nowhere. Secrets are not looked for: none may be in a repository. */
    static List<String> faults(List<JsonNode> objects) {
        References references = new References(objects);
        references.checkNames();
        references.pods.forEach(references::checkPod);
        objects.forEach(references::checkObject);
        return references.faults;
    }

    static String nameOf(JsonNode object) {
        return object.path("kind").asText() + "/" + object.at("/metadata/name").asText();
    }

    private void checkNames() {
        Set<String> seen = new HashSet<>();
        Set<JsonNode> namespaces = new HashSet<>();
        for (JsonNode object : objects) {
            demand(seen.add(nameOf(object)), object, "is there twice");
            demand(!object.path("kind").asText().equals("Secret"), object, "secrets do not belong here");
            if (object.path("kind").asText().equals("Namespace")) {
                namespaces.add(object.at("/metadata/name"));
            }
        }
        for (JsonNode object : objects) {
            if (!object.path("kind").asText().equals("Namespace")) {
                demand(namespaces.contains(object.at("/metadata/namespace")), object, "is not in the namespace");
            }
        }
    }

    private void checkObject(JsonNode object) {
        JsonNode spec = object.path("spec");
        switch (object.path("kind").asText()) {
            case "Deployment", "StatefulSet" -> checkWorkload(object, spec);
            case "Job" ->
                demand(
                        Set.of("Never", "OnFailure")
                                .contains(
                                        spec.at("/template/spec/restartPolicy").asText()),
                        object,
                        "must say how it is tried again");
            case "Service" -> checkService(object, spec);
            case "Ingress" ->
                spec.path("rules")
                        .forEach(rule -> rule.at("/http/paths")
                                .forEach(path -> checkBackend(object, path.at("/backend/service"))));
            case "HorizontalPodAutoscaler" -> checkAutoscaler(object, spec);
            case "PodDisruptionBudget" ->
                demand(
                        selects(spec.path("selector")) && spec.has("maxUnavailable") != spec.has("minAvailable"),
                        object,
                        "selects no pods, or does not say how many");
            case "NetworkPolicy" -> checkNetworkPolicy(object, spec);
            default -> {
                // Nothing in it refers to another object, or it makes pods, which are checked as such.
            }
        }
    }

    private void checkWorkload(JsonNode object, JsonNode spec) {
        PodTemplate own = PodTemplate.of(object);
        demand(Selector.matches(spec.path("selector"), own.labels()), object, "does not select its own pods");
        demand(
                pods.stream()
                        .filter(other -> !other.owner().equals(own.owner()))
                        .noneMatch(other -> Selector.matches(spec.path("selector"), other.labels())),
                object,
                "selects another's pods");
        demand(
                spec.at("/template/spec/restartPolicy").asText("Always").equals("Always"),
                object,
                "must restart its containers");
        JsonNode rolling = spec.at("/strategy/rollingUpdate");
        demand(
                !rolling.isObject()
                        || rolling.path("maxSurge").asInt(1)
                                        + rolling.path("maxUnavailable").asInt(1)
                                > 0,
                object,
                "could never roll out");
        if (spec.has("serviceName")) {
            demand(find("Service", spec.path("serviceName")).isPresent(), object, "has no service of its name");
        }
        for (JsonNode spread : object.at("/spec/template/spec/topologySpreadConstraints")) {
            demand(Selector.matches(spread.path("labelSelector"), own.labels()), object, "spreads pods of others");
        }
    }

    private void checkService(JsonNode object, JsonNode spec) {
        List<PodTemplate> selected = pods.stream()
                .filter(pod -> Selector.hasAll(spec.path("selector"), pod.labels()))
                .toList();
        demand(selected.size() == 1, object, "does not select the pods of one workload");
        for (JsonNode port : spec.path("ports")) {
            JsonNode target = port.has("targetPort") ? port.path("targetPort") : port.path("port");
            demand(selected.stream().allMatch(pod -> pod.hasPort(target)), object, "no container has port " + target);
        }
    }

    private void checkBackend(JsonNode object, JsonNode backend) {
        Optional<JsonNode> service = find("Service", backend.path("name"));
        JsonNode port = backend.path("port");
        boolean there = false;
        for (JsonNode own : service.map(found -> found.at("/spec/ports")).orElse(object.path("none"))) {
            there |= own.path("name").equals(port.path("name"))
                    || own.path("port").equals(port.path("number"));
        }
        demand(there, object, "leads to no port of a service");
    }

    private void checkAutoscaler(JsonNode object, JsonNode spec) {
        JsonNode target = spec.path("scaleTargetRef");
        Optional<JsonNode> scaled = find(target.path("kind").asText(), target.path("name"))
                .filter(found -> found.path("apiVersion").equals(target.path("apiVersion")));
        demand(scaled.isPresent(), object, "scales nothing that is there");
        demand(scaled.filter(found -> found.at("/spec").has("replicas")).isEmpty(), object, "quarrels with replicas");
        demand(spec.path("minReplicas").asInt(1) <= spec.path("maxReplicas").asInt(), object, "minimum over maximum");
    }

    private void checkNetworkPolicy(JsonNode object, JsonNode spec) {
        demand(selects(spec.path("podSelector")), object, "selects no pods");
        for (JsonNode rule : spec.path("ingress")) {
            for (JsonNode port : rule.path("ports")) {
                demand(
                        pods.stream()
                                .filter(pod -> Selector.matches(spec.path("podSelector"), pod.labels()))
                                .allMatch(pod -> pod.hasPort(port.path("port"))),
                        object,
                        "no container has port " + port.path("port"));
            }
            rule.path("from").forEach(peer -> checkPeer(object, peer));
        }
        spec.path("egress").forEach(rule -> rule.path("to").forEach(peer -> checkPeer(object, peer)));
    }

    private void checkPeer(JsonNode object, JsonNode peer) {
        if (peer.has("podSelector") && !peer.has("namespaceSelector")) {
            demand(selects(peer.path("podSelector")), object, "lets in or out pods that are not there");
        }
    }

    private void checkPod(PodTemplate pod) {
        JsonNode account = pod.spec().path("serviceAccountName");
        demand(
                account.isMissingNode() || find("ServiceAccount", account).isPresent(),
                pod,
                "no service account " + account);
        Set<JsonNode> volumes = new HashSet<>();
        for (JsonNode volume : pod.spec().path("volumes")) {
            demand(volumes.add(volume.path("name")), pod, "two volumes " + volume.path("name"));
            demandConfigMap(pod, volume.path("configMap"));
        }
        objects.stream()
                .filter(object -> nameOf(object).equals(pod.owner()))
                .forEach(object -> object.at("/spec/volumeClaimTemplates")
                        .forEach(claim -> volumes.add(claim.at("/metadata/name"))));
        Set<JsonNode> mounted = new HashSet<>();
        for (JsonNode container : pod.containers()) {
            checkContainer(pod, container);
            for (JsonNode mount : container.path("volumeMounts")) {
                demand(volumes.contains(mount.path("name")), pod, "no volume " + mount.path("name"));
                mounted.add(mount.path("name"));
            }
        }
        demand(mounted.containsAll(volumes), pod, "has volumes that nobody mounts");
    }

    private void checkContainer(PodTemplate pod, JsonNode container) {
        for (JsonNode source : container.path("envFrom")) {
            demandConfigMap(pod, source.path("configMapRef"));
        }
        for (JsonNode variable : container.path("env")) {
            demandConfigMap(pod, variable.at("/valueFrom/configMapKeyRef"));
        }
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            JsonNode port = container.path(probe).findPath("port");
            demand(
                    port.isMissingNode() || PodTemplate.hasPort(container, port),
                    pod,
                    probe + " asks port " + port + ", which is not there");
        }
        JsonNode resources = container.path("resources");
        resources.path("limits").properties().forEach(limit -> {
            JsonNode request = resources.path("requests").path(limit.getKey());
            demand(
                    request.isMissingNode() || quantity(request) <= quantity(limit.getValue()),
                    pod,
                    "asks for more " + limit.getKey() + " than its limit");
        });
    }

    private static double quantity(JsonNode text) {
        return Quantity.fromString(text.asText()).getNumber().doubleValue();
    }

    private void demandConfigMap(PodTemplate pod, JsonNode reference) {
        demand(
                reference.isMissingNode()
                        || reference.path("optional").asBoolean()
                        || find("ConfigMap", reference.path("name")).isPresent(),
                pod,
                "no config map " + reference.path("name"));
    }

    private boolean selects(JsonNode selector) {
        return pods.stream().anyMatch(pod -> Selector.matches(selector, pod.labels()));
    }

    private Optional<JsonNode> find(String kind, JsonNode name) {
        return objects.stream()
                .filter(object -> nameOf(object).equals(kind + "/" + name.asText()))
                .findAny();
    }

    private void demand(boolean holds, JsonNode object, String fault) {
        if (!holds) {
            faults.add(nameOf(object) + ": " + fault);
        }
    }

    private void demand(boolean holds, PodTemplate pod, String fault) {
        if (!holds) {
            faults.add(pod.owner() + ": " + fault);
        }
    }
}

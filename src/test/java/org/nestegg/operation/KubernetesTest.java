package org.nestegg.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;

/** That a cluster would take what is in {@code k8s}, as far as can be known without one; and that faults are found. */
@Tag("kubernetes")
class KubernetesTest {

    private static final String SERVICE = "Deployment/nestegg";
    private static final String MIGRATION = "Job/nestegg-migrate";
    private static final Map<String, List<JsonNode>> RENDERED = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void overlaysAreWithoutFault(String overlay) {
        List<JsonNode> objects = overlay(overlay);

        assertTrue(objects.size() > 10, "nothing to check");
        assertEquals(List.of(), faults(objects));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void theMigrationNeedsNothingOfTheSecondStep(String overlay) {
        List<JsonNode> first = new ArrayList<>(overlay(overlay));
        first.removeIf(object -> !object.path("metadata")
                .path("labels")
                .path("nestegg.org/step")
                .asText()
                .equals("migrate"));

        assertEquals(List.of(), faults(first));
        assertTrue(first.contains(find(first, MIGRATION)));
        assertTrue(first.stream().noneMatch(object -> References.nameOf(object).equals(SERVICE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void theMigrationRunsAsTheServiceDoes(String overlay) {
        JsonNode service = find(overlay(overlay), SERVICE).at("/spec/template/spec");
        JsonNode migration = find(overlay(overlay), MIGRATION).at("/spec/template/spec");

        for (String part : List.of(
                "/securityContext",
                "/containers/0/image",
                "/containers/0/securityContext",
                "/containers/0/envFrom/0",
                "/containers/0/envFrom/1")) {
            assertEquals(service.at(part), migration.at(part), part);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void podsKeepTheHouseRules(String overlay) {
        for (PodTemplate pod : PodTemplate.in(overlay(overlay))) {
            assertEquals(
                    "false", pod.spec().path("automountServiceAccountToken").asText(), pod.owner());
            assertEquals("false", pod.spec().path("enableServiceLinks").asText(), pod.owner());
            for (JsonNode container : pod.containers()) {
                assertTrue(container.path("image").asText().matches("[a-z0-9./-]+:\\d[\\w.-]*"), pod.owner());
                assertTrue(
                        container.at("/securityContext/readOnlyRootFilesystem").asBoolean(), pod.owner());
                assertTrue(container.at("/resources/requests/cpu").isTextual(), pod.owner());
                assertTrue(container.at("/resources/requests/memory").isTextual(), pod.owner());
                assertTrue(container.at("/resources/limits/memory").isTextual(), pod.owner());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void theNamespaceEnforcesTheStandard(String overlay) {
        JsonNode namespace = overlay(overlay).getFirst();

        assertEquals("Namespace", namespace.path("kind").asText());
        assertEquals(
                "restricted",
                namespace
                        .path("metadata")
                        .path("labels")
                        .path("pod-security.kubernetes.io/enforce")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void secretsAreTheFewThatTheReadmeTells(String overlay) {
        Set<String> secrets = new TreeSet<>();
        for (PodTemplate pod : PodTemplate.in(overlay(overlay))) {
            pod.spec()
                    .findValues("secretRef")
                    .forEach(secret -> secrets.add(secret.path("name").asText()));
            pod.spec()
                    .findValues("secretKeyRef")
                    .forEach(secret -> secrets.add(secret.path("name").asText()));
            pod.spec().findValues("secretName").forEach(secret -> secrets.add(secret.asText()));
        }

        assertEquals(Set.of("nestegg-database", "nestegg-first-admin", "nestegg-token-keys"), secrets);
        secrets.forEach(secret -> assertTrue(Manifests.text("README.md").contains(secret), secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void thereIsTimeToEnd(String overlay) {
        JsonNode pod = find(overlay(overlay), SERVICE).at("/spec/template/spec");
        JsonNode settings = overlay(overlay).stream()
                .filter(object -> object.path("kind").asText().equals("ConfigMap"))
                .findAny()
                .orElseThrow()
                .path("data");
        int pause = Integer.parseInt(
                settings.path("QUARKUS_SHUTDOWN_DELAY").asText().replace("s", ""));
        JsonNode readiness = pod.at("/containers/0/readinessProbe");

        int inFlight = 20; // quarkus.shutdown.timeout
        assertTrue(pod.path("terminationGracePeriodSeconds").asInt() > pause + inFlight);
        assertTrue(pause
                > readiness.path("periodSeconds").asInt()
                        * readiness.path("failureThreshold").asInt());
    }

    @Test
    void productionHasTlsAndSpareReplicas() {
        JsonNode ingress = find(overlay("prod"), "Ingress/nestegg").path("spec");

        assertEquals(ingress.at("/rules/0/host"), ingress.at("/tls/0/hosts/0"));
        assertTrue(find(overlay("prod"), "HorizontalPodAutoscaler/nestegg")
                        .at("/spec/minReplicas")
                        .asInt()
                >= 3);
    }

    @Test
    void knativeServiceIsWithoutFault() {
        JsonNode service = knativeService();

        assertEquals(List.of(), KnativeService.faults(service));
        assertEquals(List.of(), RestrictedPods.faults(PodTemplate.of(service)));
        assertEquals(
                "0",
                service.at("/spec/template/metadata/annotations/autoscaling.knative.dev~1min-scale")
                        .asText());
    }

    @Test
    void rulesAreWithoutFault() {
        assertEquals(List.of(), Monitoring.faultsOfRules(rules()));
    }

    @Test
    void podMonitorFindsTheService() {
        assertEquals(List.of(), Monitoring.faultsOfMonitor(podMonitor(), service()));
    }

    @Test
    void dashboardIsWithoutFault() {
        assertEquals(List.of(), Monitoring.faultsOfDashboard(dashboard()));
    }

    @Test
    void aKeyThatComesTwiceIsFound() {
        assertThrows(DuplicateKeyException.class, () -> Manifests.parse("data:\n  key: a\n  key: b\n"));
    }

    @Test
    void aSecretIsFound() {
        List<JsonNode> secret = Manifests.parse("kind: Secret\nmetadata:\n  name: nestegg-database\n");

        assertTrue(References.faults(secret).contains("Secret/nestegg-database: secrets do not belong here"));
    }

    @Test
    void anObjectThatComesTwiceIsFound() {
        List<JsonNode> twice = new ArrayList<>(overlay("prod"));
        twice.add(find(twice, SERVICE));

        assertTrue(faults(twice).contains(SERVICE + ": is there twice"));
    }

    @Test
    void withoutARendererNothingPasses() {
        AssertionError error = assertThrows(
                AssertionError.class, () -> Manifests.render(Path.of("k8s"), List.of(List.of("no-such-renderer"))));

        assertTrue(error.getMessage().contains("install kubectl or kustomize"), error.getMessage());
    }

    @Test
    void anOverlayThatDoesNotRenderIsFound() {
        AssertionError error = assertThrows(AssertionError.class, () -> Manifests.ofOverlay("none"));

        assertTrue(error.getMessage().contains("k8s/overlays/none"), error.getMessage());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/manifest-faults.txt", delimiter = '|', quoteCharacter = '`')
    void faultsAreFound(String name, String place, String value, String fault) {
        List<JsonNode> objects =
                overlay("prod").stream().<JsonNode>map(JsonNode::deepCopy).toList();
        change(find(objects, name), place, value);

        List<String> faults = faults(objects);

        assertTrue(faults.contains(fault), () -> fault + " is not in " + faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /spec/template/spec/containerConcurrency | "40" | containerConcurrency: not a number
            /spec/template/spec/timeoutSecond | 60 | timeoutSecond: not with Knative
            /spec/template/spec/securityContext | {} | securityContext: not with Knative
            /spec/template/spec/containers/0/image | 1 | /containers/0/image: not of type String
            /spec/template/spec/containers/0/ports/0/name | "http" | ports: neither http1 nor h2c
            /spec/template/spec/containers/0/livenessProbe/httpGet/port | 9000 | probes: another port
            /spec/template/metadata/labels/a | 0 | /labels/a: not of type String
            """)
    void faultsOfTheKnativeServiceAreFound(String place, String value, String fault) {
        JsonNode service = knativeService();
        change(service, place, value);

        List<String> faults = KnativeService.faults(service);

        assertTrue(faults.contains(fault), () -> fault + " is not in " + faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /spec/groups/0/name | "nestegg-faults" | group nestegg-faults: is there twice
            /spec/groups/0/rules/0/record | "nestegg errors" | nestegg errors: not the name of a metric
            /spec/groups/1/rules/0/for | "2 minutes" | NesteggErrorsFast: not a duration
            /spec/groups/1/rules/0/expr | "" | NesteggErrorsFast: no expression
            /spec/groups/1/rules/0/fro | "2m" | NesteggErrorsFast: unknown field fro
            /spec/groups/1/rules/0/labels | {} | NesteggErrorsFast: neither critical nor a warning
            /spec/groups/1/rules/0/annotations/description | - | NesteggErrorsFast: no description
            """)
    void faultsOfRulesAreFound(String place, String value, String fault) {
        JsonNode rules = rules();
        change(rules, place, value);

        List<String> faults = Monitoring.faultsOfRules(rules);

        assertTrue(faults.contains(fault), () -> fault + " is not in " + faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /spec/selector/matchLabels/a | "b" | selects no pods
            /spec/jobLabel | "a" | no label for the job
            /spec/podMetricsEndpoints/0/port | "none" | no port "none"
            /spec/podMetricsEndpoints/0/interval | "often" | interval: not a duration
            /spec/podMetricsEndpoint | [] | spec: unknown field podMetricsEndpoint
            """)
    void faultsOfThePodMonitorAreFound(String place, String value, String fault) {
        JsonNode monitor = podMonitor();
        change(monitor, place, value);

        List<String> faults = Monitoring.faultsOfMonitor(monitor, service());

        assertTrue(faults.contains(fault), () -> fault + " is not in " + faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /panels/2/id | 2 | Requests: id is there twice
            /panels/2/gridPos/x | 5 | Requests: lies over another
            /panels/2/gridPos/w | 25 | Requests: beyond the grid
            /panels/2/datasource/uid | "mine" | Requests: data source is not a variable
            /panels/2/targets | [] | Requests: asks nothing
            /schemaVersion | 16 | an old schema
            """)
    void faultsOfTheDashboardAreFound(String place, String value, String fault) {
        JsonNode dashboard = dashboard();
        change(dashboard, place, value);

        List<String> faults = Monitoring.faultsOfDashboard(dashboard);

        assertTrue(faults.contains(fault), () -> fault + " is not in " + faults);
    }

    /** Rendering takes a moment; what is rendered is never changed. */
    private static List<JsonNode> overlay(String name) {
        return RENDERED.computeIfAbsent(name, Manifests::ofOverlay);
    }

    private static List<String> faults(List<JsonNode> objects) {
        List<String> faults = new ArrayList<>();
        objects.forEach(object -> faults.addAll(ApiSchema.faults(object)));
        if (!faults.isEmpty()) {
            return faults; // What is malformed is not read any further.
        }
        faults.addAll(References.faults(objects));
        PodTemplate.in(objects).forEach(pod -> faults.addAll(RestrictedPods.faults(pod)));
        return faults;
    }

    private static JsonNode find(List<JsonNode> objects, String name) {
        return objects.stream()
                .filter(object -> References.nameOf(object).equals(name))
                .findAny()
                .orElseThrow();
    }

    private static PodTemplate service() {
        return PodTemplate.of(find(overlay("prod"), SERVICE));
    }

    private static JsonNode knativeService() {
        return Manifests.read("knative/service.yaml").getFirst();
    }

    private static JsonNode rules() {
        return Manifests.read("monitoring/prometheusrule.yaml").getFirst();
    }

    private static JsonNode podMonitor() {
        return Manifests.read("monitoring/podmonitor.yaml").getFirst();
    }

    private static JsonNode dashboard() {
        return Manifests.json(Manifests.text("monitoring/grafana-dashboard.json"));
    }

    /** Sets what a JSON pointer names, or removes it for "-". */
    private static void change(JsonNode object, String place, String value) {
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode parent = object.at(pointer.head());
        String last = pointer.last().getMatchingProperty();
        assertFalse(parent.isMissingNode(), place);
        if (value.equals("-")) {
            assertTrue(((ObjectNode) parent).remove(last) != null, place);
        } else if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), Manifests.json(value));
        } else {
            ((ObjectNode) parent).set(last, Manifests.json(value));
        }
    }
}

package org.nestegg.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the Prometheus Operator and Grafana would stumble over. Their own schemas are not to be had as Java models, so
 * this knows the fields that we use and refuses all others.
 */
final class Monitoring {

    private static final Set<String> OBJECT = Set.of("apiVersion", "kind", "metadata", "spec");
    private static final String DURATION = "([1-9]\\d*(ms|[smhdwy]))+";
    private static final String METRIC = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final int COLUMNS = 24;

    private final List<String> faults = new ArrayList<>();

    private Monitoring() {}

    /** What is wrong with a PrometheusRule. */
    static List<String> faultsOfRules(JsonNode object) {
        Monitoring monitoring = new Monitoring();
        monitoring.checkObject(object, "PrometheusRule", Set.of("groups"));
        Set<String> groups = new HashSet<>();
        Set<String> rules = new HashSet<>();
        for (JsonNode group : object.at("/spec/groups")) {
            String name = group.path("name").asText();
            monitoring.checkFields(group, "group " + name, Set.of("name", "rules"), Set.of("interval", "limit"));
            monitoring.demand(groups.add(name), "group " + name + ": is there twice");
            monitoring.demand(!group.path("rules").isEmpty(), "group " + name + ": no rules");
            group.path("rules").forEach(rule -> monitoring.checkRule(rule, rules));
        }
        monitoring.demand(!rules.isEmpty(), "no rules");
        return monitoring.faults;
    }

    private void checkRule(JsonNode rule, Set<String> names) {
        String name = rule.path("alert").asText(rule.path("record").asText());
        demand(names.add(name), name + ": is there twice");
        demand(!rule.path("expr").asText().isBlank() && rule.path("expr").isTextual(), name + ": no expression");
        if (rule.has("record")) {
            checkFields(rule, name, Set.of("record", "expr"), Set.of("labels"));
            demand(name.matches(METRIC), name + ": not the name of a metric");
            return;
        }
        checkFields(rule, name, Set.of("alert", "expr", "labels", "annotations"), Set.of("for", "keep_firing_for"));
        demand(rule.path("for").asText("1m").matches(DURATION), name + ": not a duration");
        demand(
                rule.at("/labels/severity").asText().matches("critical|warning"),
                name + ": neither critical nor a warning");
        for (String annotation : List.of("summary", "description")) {
            demand(!rule.at("/annotations/" + annotation).asText().isBlank(), name + ": no " + annotation);
        }
    }

    /** What is wrong with a PodMonitor that is to find these pods. */
    static List<String> faultsOfMonitor(JsonNode object, PodTemplate pod) {
        Monitoring monitoring = new Monitoring();
        monitoring.checkObject(object, "PodMonitor", Set.of("jobLabel", "selector", "podMetricsEndpoints"));
        JsonNode selector = object.at("/spec/selector");
        monitoring.faults.addAll(ApiSchema.faults(selector, V1LabelSelector.class));
        monitoring.demand(Selector.matches(selector, pod.labels()), "selects no pods");
        monitoring.demand(pod.labels().has(object.at("/spec/jobLabel").asText()), "no label for the job");
        for (JsonNode endpoint : object.at("/spec/podMetricsEndpoints")) {
            monitoring.checkFields(endpoint, "endpoint", Set.of("port", "path"), Set.of("interval", "scrapeTimeout"));
            monitoring.demand(pod.hasPort(endpoint.path("port")), "no port " + endpoint.path("port"));
            for (String duration : List.of("interval", "scrapeTimeout")) {
                monitoring.demand(
                        endpoint.path(duration).asText("1m").matches(DURATION), duration + ": not a duration");
            }
        }
        return monitoring.faults;
    }

    /** What is wrong with a dashboard. */
    static List<String> faultsOfDashboard(JsonNode dashboard) {
        Monitoring monitoring = new Monitoring();
        monitoring.demand(dashboard.path("schemaVersion").asInt() >= 39, "an old schema");
        monitoring.demand(!dashboard.path("title").asText().isBlank(), "no title");
        Set<String> variables = new HashSet<>();
        dashboard
                .at("/templating/list")
                .forEach(variable -> variables.add("${" + variable.path("name").asText() + "}"));
        Set<Integer> ids = new HashSet<>();
        Set<List<Integer>> cells = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            String title = panel.path("title").asText();
            monitoring.demand(!title.isBlank(), "a panel without title");
            monitoring.demand(ids.add(panel.path("id").asInt()), title + ": id is there twice");
            monitoring.checkPlace(panel.path("gridPos"), title, cells);
            if (!panel.path("type").asText().equals("row")) {
                monitoring.checkQueries(panel, title, variables);
            }
        }
        monitoring.demand(!ids.isEmpty(), "no panels");
        return monitoring.faults;
    }

    private void checkPlace(JsonNode place, String title, Set<List<Integer>> cells) {
        int right = place.path("x").asInt() + place.path("w").asInt();
        int bottom = place.path("y").asInt() + place.path("h").asInt();
        demand(
                place.path("w").asInt() > 0 && place.path("h").asInt() > 0 && right <= COLUMNS,
                title + ": beyond the grid");
        boolean free = true;
        for (int x = place.path("x").asInt(); x < right; x++) {
            for (int y = place.path("y").asInt(); y < bottom; y++) {
                free &= cells.add(List.of(x, y));
            }
        }
        demand(free, title + ": lies over another");
    }

    private void checkQueries(JsonNode panel, String title, Set<String> variables) {
        demand(variables.contains(panel.at("/datasource/uid").asText()), title + ": data source is not a variable");
        demand(!panel.path("targets").isEmpty(), title + ": asks nothing");
        Set<String> letters = new HashSet<>();
        for (JsonNode target : panel.path("targets")) {
            demand(!target.path("expr").asText().isBlank(), title + ": asks nothing");
            demand(letters.add(target.path("refId").asText()), title + ": refId is there twice");
        }
    }

    private void checkObject(JsonNode object, String kind, Set<String> spec) {
        checkFields(object, kind, OBJECT, Set.of());
        demand(object.path("apiVersion").asText().equals("monitoring.coreos.com/v1"), "apiVersion");
        demand(object.path("kind").asText().equals(kind), "kind");
        faults.addAll(ApiSchema.faults(object.path("metadata"), V1ObjectMeta.class));
        checkFields(object.path("spec"), "spec", spec, Set.of());
    }

    private void checkFields(JsonNode object, String where, Set<String> needed, Set<String> possible) {
        for (String field : needed) {
            demand(object.has(field), where + ": no " + field);
        }
        object.fieldNames()
                .forEachRemaining(field ->
                        demand(needed.contains(field) || possible.contains(field), where + ": unknown field " + field));
    }

    private void demand(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}

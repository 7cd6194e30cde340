package org.nestegg.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the Kubernetes API would refuse of an object by its form alone: unknown and missing fields, wrong types,
 * quantities, names and words. The official client's model classes are the schema. They could validate by themselves
 * ({@code validateJsonElement}), but take a number for a text, a text for a number or a boolean, and any value in a
 * map; so their fields are read here.
 */
final class ApiSchema {

    private static final String MODELS = V1Deployment.class.getPackageName();

    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1 Namespace", V1Namespace.class),
            Map.entry("v1 ServiceAccount", V1ServiceAccount.class),
            Map.entry("v1 ConfigMap", V1ConfigMap.class),
            Map.entry("v1 Service", V1Service.class),
            Map.entry("apps/v1 Deployment", V1Deployment.class),
            Map.entry("apps/v1 StatefulSet", V1StatefulSet.class),
            Map.entry("batch/v1 Job", V1Job.class),
            Map.entry("networking.k8s.io/v1 Ingress", V1Ingress.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class));

    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final String SUBDOMAIN = "(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")*";
    private static final String PORT_NAME = "(?=.*[a-z])[a-z0-9]([a-z0-9]|-(?!-)){0,13}[a-z0-9]";
    private static final String PORT = "[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]";
    private static final String PORT_OR_NAME = "(" + PORT + ")|" + PORT_NAME;
    private static final String PATH = "/[^:]*";
    private static final String POSITIVE = "[1-9]\\d*";
    private static final String COUNT = "\\d+";
    private static final Pattern KEY = Pattern.compile(
            "((?=.{1,253}/)" + LABEL + "(\\." + LABEL + ")*/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");

    /** What the models do not tell: which words and numbers a field takes. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("V1ObjectMeta.name", SUBDOMAIN),
            Map.entry("V1ObjectMeta.namespace", LABEL),
            Map.entry("V1Container.name", LABEL),
            Map.entry("V1Container.imagePullPolicy", "Always|IfNotPresent|Never"),
            Map.entry("V1ContainerPort.name", PORT_NAME),
            Map.entry("V1ContainerPort.containerPort", PORT),
            Map.entry("V1ContainerPort.protocol", "TCP|UDP|SCTP"),
            Map.entry("V1EnvVar.name", "[A-Za-z_][A-Za-z0-9_]*"),
            Map.entry("V1Volume.name", LABEL),
            Map.entry("V1VolumeMount.mountPath", PATH),
            Map.entry("V1SecretVolumeSource.defaultMode", "\\d{1,3}"),
            Map.entry("V1EmptyDirVolumeSource.medium", "|Memory"),
            Map.entry("V1HTTPGetAction.path", PATH),
            Map.entry("V1HTTPGetAction.port", PORT_OR_NAME),
            Map.entry("V1HTTPGetAction.scheme", "HTTP|HTTPS"),
            Map.entry("V1TCPSocketAction.port", PORT_OR_NAME),
            Map.entry("V1Probe.periodSeconds", POSITIVE),
            Map.entry("V1Probe.timeoutSeconds", POSITIVE),
            Map.entry("V1Probe.failureThreshold", POSITIVE),
            Map.entry("V1Probe.successThreshold", POSITIVE),
            Map.entry("V1Probe.initialDelaySeconds", COUNT),
            Map.entry("V1SecurityContext.runAsUser", COUNT),
            Map.entry("V1SecurityContext.runAsGroup", COUNT),
            Map.entry("V1PodSecurityContext.runAsUser", COUNT),
            Map.entry("V1PodSecurityContext.runAsGroup", COUNT),
            Map.entry("V1PodSecurityContext.fsGroup", COUNT),
            Map.entry("V1PodSecurityContext.fsGroupChangePolicy", "OnRootMismatch|Always"),
            Map.entry("V1SeccompProfile.type", "RuntimeDefault|Localhost|Unconfined"),
            Map.entry("V1AppArmorProfile.type", "RuntimeDefault|Localhost|Unconfined"),
            Map.entry("V1PodSpec.restartPolicy", "Always|OnFailure|Never"),
            Map.entry("V1PodSpec.dnsPolicy", "ClusterFirst|ClusterFirstWithHostNet|Default|None"),
            Map.entry("V1PodSpec.terminationGracePeriodSeconds", COUNT),
            Map.entry("V1TopologySpreadConstraint.whenUnsatisfiable", "DoNotSchedule|ScheduleAnyway"),
            Map.entry("V1TopologySpreadConstraint.maxSkew", POSITIVE),
            Map.entry("V1LabelSelectorRequirement.operator", "In|NotIn|Exists|DoesNotExist"),
            Map.entry("V1DeploymentSpec.replicas", COUNT),
            Map.entry("V1DeploymentSpec.revisionHistoryLimit", COUNT),
            Map.entry("V1DeploymentStrategy.type", "RollingUpdate|Recreate"),
            Map.entry("V1RollingUpdateDeployment.maxSurge", "\\d+%?"),
            Map.entry("V1RollingUpdateDeployment.maxUnavailable", "\\d+%?"),
            Map.entry("V1StatefulSetSpec.podManagementPolicy", "OrderedReady|Parallel"),
            Map.entry(
                    "V1PersistentVolumeClaimSpec.accessModes",
                    "ReadWriteOnce|ReadOnlyMany|ReadWriteMany|ReadWriteOncePod"),
            Map.entry("V1JobSpec.backoffLimit", COUNT),
            Map.entry("V1JobSpec.activeDeadlineSeconds", POSITIVE),
            Map.entry("V1JobSpec.ttlSecondsAfterFinished", COUNT),
            Map.entry("V1ServiceSpec.type", "ClusterIP|NodePort|LoadBalancer|ExternalName"),
            Map.entry("V1ServicePort.name", LABEL),
            Map.entry("V1ServicePort.port", PORT),
            Map.entry("V1ServicePort.targetPort", PORT_OR_NAME),
            Map.entry("V1ServicePort.protocol", "TCP|UDP|SCTP"),
            Map.entry("V1IngressRule.host", "(\\*\\.)?" + SUBDOMAIN.substring(SUBDOMAIN.indexOf(')') + 1)),
            Map.entry("V1HTTPIngressPath.path", "/.*"),
            Map.entry("V1HTTPIngressPath.pathType", "Exact|Prefix|ImplementationSpecific"),
            Map.entry("V1NetworkPolicySpec.policyTypes", "Ingress|Egress"),
            Map.entry("V1NetworkPolicyPort.port", PORT_OR_NAME),
            Map.entry("V1NetworkPolicyPort.protocol", "TCP|UDP|SCTP"),
            Map.entry("V1IPBlock.cidr", "[0-9a-f.:]+/\\d{1,3}"),
            Map.entry("V1IPBlock.except", "[0-9a-f.:]+/\\d{1,3}"),
            Map.entry("V1PodDisruptionBudgetSpec.maxUnavailable", "\\d+%?"),
            Map.entry("V1PodDisruptionBudgetSpec.minAvailable", "\\d+%?"),
            Map.entry("V1PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy", "IfHealthyBudget|AlwaysAllow"),
            Map.entry("V2HorizontalPodAutoscalerSpec.minReplicas", POSITIVE),
            Map.entry("V2HorizontalPodAutoscalerSpec.maxReplicas", POSITIVE),
            Map.entry("V2MetricSpec.type", "Resource|ContainerResource|Pods|Object|External"),
            Map.entry("V2MetricTarget.type", "Utilization|Value|AverageValue"),
            Map.entry("V2HPAScalingPolicy.type", "Pods|Percent"),
            Map.entry("V2HPAScalingPolicy.value", POSITIVE),
            Map.entry("V2HPAScalingPolicy.periodSeconds", "[1-9]\\d{0,2}|1[0-7]\\d{2}|1800"),
            Map.entry("V2HPAScalingRules.selectPolicy", "Max|Min|Disabled"),
            Map.entry("V2HPAScalingRules.stabilizationWindowSeconds", "\\d{1,3}|[12]\\d{3}|3[0-5]\\d{2}|3600"));

    private final List<String> faults = new ArrayList<>();

    private ApiSchema() {}

    /** What is wrong with an object. */
    static List<String> faults(JsonNode object) {
        String kind =
                object.path("apiVersion").asText() + " " + object.path("kind").asText();
        Class<?> model = KINDS.get(kind);
        if (model == null) {
            return List.of("unknown kind: " + kind);
        }
        List<String> faults = new ArrayList<>(faults(object, model));
        if (!object.at("/metadata/name").isTextual()) {
            faults.add("/metadata/name: missing");
        }
        return faults;
    }

    /** What is wrong with a part of an object. */
    static List<String> faults(JsonNode value, Class<?> model) {
        ApiSchema schema = new ApiSchema();
        schema.check(value, model, "", "");
        return schema.faults;
    }

    /**
     * Checks a value.
     *
     * @param field the model and field that it is of
     */
    private void check(JsonNode value, Type type, String at, String field) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                checkList(value, of[0], at, field);
            } else {
                checkMap(value, of[1], at, field);
            }
        } else if (type instanceof Class<?> model && model.getPackageName().equals(MODELS)) {
            checkObject(value, model, at);
        } else {
            checkScalar(value, type, at, field);
        }
    }

    private void checkList(JsonNode value, Type of, String at, String field) {
        if (!value.isArray()) {
            faults.add(at + ": not a list");
        }
        for (int i = 0; i < value.size(); i++) {
            check(value.path(i), of, at + "/" + i, field);
        }
    }

    private void checkMap(JsonNode value, Type of, String at, String field) {
        if (!value.isObject()) {
            faults.add(at + ": not a map");
        }
        value.properties().forEach(entry -> {
            String place = at + "/" + entry.getKey();
            check(entry.getValue(), of, place, field);
            if (!KEY.matcher(entry.getKey()).matches()) {
                faults.add(place + ": not a key");
            }
            boolean label = field.endsWith(".labels") || field.endsWith(".matchLabels");
            if (label && !LABEL_VALUE.matcher(entry.getValue().asText()).matches()) {
                faults.add(place + ": not a label's value");
            }
        });
    }

    private void checkObject(JsonNode value, Class<?> model, String at) {
        if (!value.isObject()) {
            faults.add(at + ": not an object");
            return;
        }
        Map<String, Field> fields = fieldsOf(model);
        for (String name : requiredOf(model)) {
            if (!value.has(name)) {
                faults.add(at + "/" + name + ": missing");
            }
        }
        value.properties().forEach(entry -> {
            Field field = fields.get(entry.getKey());
            String place = at + "/" + entry.getKey();
            if (field == null) {
                faults.add(place + ": unknown");
            } else {
                check(entry.getValue(), field.getGenericType(), place, model.getSimpleName() + "." + entry.getKey());
            }
        });
    }

    private void checkScalar(JsonNode value, Type type, String at, String field) {
        if (!isOf(value, type)) {
            faults.add(at + ": not of type " + ((Class<?>) type).getSimpleName());
        } else if (VALUES.containsKey(field) && !value.asText().matches(VALUES.get(field))) {
            faults.add(at + ": not a value of " + field);
        }
    }

    private static boolean isOf(JsonNode value, Type type) {
        if (type == String.class) {
            return value.isTextual();
        }
        if (type == Boolean.class) {
            return value.isBoolean();
        }
        if (type == Integer.class) {
            return value.isIntegralNumber() && value.canConvertToInt();
        }
        if (type == Long.class) {
            return value.isIntegralNumber() && value.canConvertToLong();
        }
        if (type == IntOrString.class) {
            return value.isTextual() || value.isIntegralNumber() && value.canConvertToInt();
        }
        if (type == Quantity.class) {
            return value.isValueNode() && isQuantity(value.asText());
        }
        // Times, bytes and free JSON: none of our manifests has any, so nothing is known to take them rightly.
        return false;
    }

    private static boolean isQuantity(String text) {
        try {
            return Quantity.fromString(text).getNumber().signum() >= 0;
        } catch (QuantityFormatException | NumberFormatException e) {
            return false;
        }
    }

    private static Map<String, Field> fieldsOf(Class<?> model) {
        Map<String, Field> fields = new TreeMap<>();
        for (Field field : model.getDeclaredFields()) {
            SerializedName name = field.getAnnotation(SerializedName.class);
            if (name != null) {
                fields.put(name.value(), field);
            }
        }
        return fields;
    }

    private static List<String> requiredOf(Class<?> model) {
        try {
            return ((Set<?>) model.getField("openapiRequiredFields").get(null))
                    .stream().map(String.class::cast).sorted().toList();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

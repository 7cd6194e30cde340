package org.nestegg.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The Pod Security Standard <i>restricted</i>, which includes <i>baseline</i>, control by control as it is <a
 * href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">documented</a>. A namespace enforces it,
 * but only once pods are made.
 */
final class RestrictedPods {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final Set<String> SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes");
    private static final Set<String> SELINUX_TYPES =
            Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");
    private static final Set<String> PROFILES = Set.of("RuntimeDefault", "Localhost");
    private static final String APPARMOR = "container.apparmor.security.beta.kubernetes.io/";

    private final PodTemplate pod;
    private final JsonNode ofPod;
    private final List<String> faults = new ArrayList<>();

    private RestrictedPods(PodTemplate pod) {
        this.pod = pod;
        ofPod = pod.spec().path("securityContext");
    }

    /** What the standard forbids of these pods. */
    static List<String> faults(PodTemplate pod) {
        RestrictedPods standard = new RestrictedPods(pod);
        standard.checkPod();
        pod.containers().forEach(standard::checkContainer);
        return standard.faults;
    }

    private void checkPod() {
        for (String namespace : List.of("hostNetwork", "hostPID", "hostIPC")) {
            refuse(pod.spec().path(namespace).asBoolean(), "host namespaces: " + namespace);
        }
        for (JsonNode volume : pod.spec().path("volumes")) {
            volume.fieldNames()
                    .forEachRemaining(
                            type -> refuse(!type.equals("name") && !VOLUMES.contains(type), "volume types: " + type));
        }
        for (JsonNode sysctl : ofPod.path("sysctls")) {
            refuse(!SYSCTLS.contains(sysctl.path("name").asText()), "sysctls: " + sysctl.path("name"));
        }
        pod.metadata()
                .path("annotations")
                .properties()
                .forEach(annotation -> refuse(
                        annotation.getKey().startsWith(APPARMOR)
                                && !annotation.getValue().asText().matches("runtime/default|localhost/.*"),
                        "AppArmor: " + annotation.getKey()));
        checkContext(ofPod);
    }

    private void checkContainer(JsonNode container) {
        JsonNode own = container.path("securityContext");
        refuse(own.path("privileged").asBoolean(), "privileged containers");
        refuse(!own.path("allowPrivilegeEscalation").equals(Manifests.json("false")), "privilege escalation");
        refuse(!contains(own.at("/capabilities/drop"), "ALL"), "capabilities: ALL are to be dropped");
        for (JsonNode added : own.at("/capabilities/add")) {
            refuse(!added.asText().equals("NET_BIND_SERVICE"), "capabilities: " + added);
        }
        refuse(!own.path("procMount").asText("Default").equals("Default"), "/proc mount type");
        for (JsonNode port : container.path("ports")) {
            refuse(port.path("hostPort").asInt() != 0, "host ports");
        }
        for (String where : List.of(
                "/livenessProbe", "/readinessProbe", "/startupProbe", "/lifecycle/postStart", "/lifecycle/preStop")) {
            for (String how : List.of("/httpGet/host", "/tcpSocket/host")) {
                refuse(!container.at(where + how).asText().isEmpty(), "host probes and lifecycle hooks: " + where);
            }
        }
        refuse(!inherited(own, "runAsNonRoot").asBoolean(), "running as non-root");
        refuse(inherited(own, "seccompProfile").isMissingNode(), "seccomp: no profile");
        checkContext(own);
    }

    /** What is forbidden wherever it stands. */
    private void checkContext(JsonNode context) {
        refuse(context.at("/windowsOptions/hostProcess").asBoolean(), "host process");
        refuse(context.path("runAsUser").isNumber() && context.path("runAsUser").asLong() == 0, "running as user 0");
        JsonNode seccomp = context.path("seccompProfile");
        refuse(seccomp.isObject() && !PROFILES.contains(seccomp.path("type").asText()), "seccomp: " + seccomp);
        JsonNode appArmor = context.path("appArmorProfile");
        refuse(appArmor.isObject() && !PROFILES.contains(appArmor.path("type").asText()), "AppArmor: " + appArmor);
        JsonNode seLinux = context.path("seLinuxOptions");
        refuse(!SELINUX_TYPES.contains(seLinux.path("type").asText()), "SELinux: type");
        refuse(!seLinux.path("user").asText().isEmpty(), "SELinux: user");
        refuse(!seLinux.path("role").asText().isEmpty(), "SELinux: role");
    }

    private JsonNode inherited(JsonNode own, String field) {
        return own.has(field) ? own.path(field) : ofPod.path(field);
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode element : list) {
            if (element.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private void refuse(boolean broken, String control) {
        if (broken) {
            faults.add(pod.owner() + ": " + control);
        }
    }
}

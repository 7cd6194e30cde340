package org.nestegg.platform.openapi;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.condition.Tagged;
import org.nestegg.platform.idempotency.Idempotent;
import org.nestegg.platform.page.Page;

/** What the annotations of endpoints say of operations, by the name that {@link Operation} gives them. */
final class Operations {

    private final IndexView index;
    private final Map<String, MethodInfo> methods = new HashMap<>();

    Operations(IndexView index) {
        this.index = index;
        for (AnnotationInstance operation : index.getAnnotations(Operation.class)) {
            AnnotationValue id = operation.value("operationId");
            if (id != null && operation.target().kind() == AnnotationTarget.Kind.METHOD) {
                methods.put(id.asString(), operation.target().asMethod());
            }
        }
    }

    /** Whether it needs no token. */
    boolean isOpen(String operation) {
        return isAnnotated(operation, PermitAll.class);
    }

    /** Whether it is for some users only. */
    boolean isForRoles(String operation) {
        return isAnnotated(operation, RolesAllowed.class);
    }

    boolean isIdempotent(String operation) {
        return isAnnotated(operation, Idempotent.class);
    }

    boolean isConditional(String operation) {
        return isAnnotated(operation, Conditional.class);
    }

    /** Whether its answer shows a single object, which has an entity tag. */
    boolean answersTagged(String operation) {
        return answers(operation, Tagged.class);
    }

    boolean answersPage(String operation) {
        return answers(operation, Page.class);
    }

    private boolean isAnnotated(String operation, Class<? extends Annotation> annotation) {
        MethodInfo method = method(operation);
        boolean saysItself = List.of(PermitAll.class, RolesAllowed.class).contains(annotation)
                && method.hasAnnotation("io.quarkus.security.Authenticated");
        return method.hasAnnotation(annotation)
                || !saysItself && method.declaringClass().hasDeclaredAnnotation(annotation);
    }

    private boolean answers(String operation, Class<?> type) {
        Type answer = method(operation).returnType();
        if (answer.kind() == Type.Kind.PARAMETERIZED_TYPE && !isA(answer.name(), type)) {
            answer = answer.asParameterizedType().arguments().getFirst();
        }
        return isA(answer.name(), type);
    }

    private boolean isA(DotName name, Class<?> type) {
        ClassInfo info = index.getClassByName(name);
        return name.toString().equals(type.getName())
                || info != null && info.interfaceNames().contains(DotName.createSimple(type));
    }

    private MethodInfo method(String operation) {
        MethodInfo method = methods.get(operation);
        if (method == null) {
            throw new IllegalArgumentException("no endpoint is called " + operation);
        }
        return method;
    }
}

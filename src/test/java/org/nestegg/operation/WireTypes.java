package org.nestegg.operation;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The records and enums that go over the wire: those named or described so, and those that resources take and give. */
final class WireTypes {

    private final Set<String> names = new TreeSet<>();

    private WireTypes() {}

    static Set<String> of(Collection<Class<?>> classes) {
        WireTypes types = new WireTypes();
        for (Class<?> type : classes) {
            if (type.isRecord()
                    && (type.isAnnotationPresent(Schema.class)
                            || type.getSimpleName().matches(".*(Input|View)"))) {
                types.add(type);
            }
            if (type.isAnnotationPresent(Path.class)) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(WireTypes::isEndpoint)
                        .forEach(types::addMethod);
            }
        }
        return types.names;
    }

    private static boolean isEndpoint(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    /** What is bound to a parameter of the request has an annotation that says so; a body has none. */
    private void addMethod(Method method) {
        add(method.getGenericReturnType());
        Arrays.stream(method.getParameters())
                .filter(parameter -> Arrays.stream(parameter.getAnnotations())
                        .noneMatch(a -> a.annotationType().getPackage().equals(Path.class.getPackage())))
                .forEach(parameter -> add(parameter.getParameterizedType()));
    }

    private void add(Type type) {
        switch (type) {
            case ParameterizedType generic -> {
                add(generic.getRawType());
                Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
            }
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).forEach(this::add);
            case Class<?> known when isOurs(known) && names.add(known.getName()) -> addComponents(known);
            default -> {
                // not ours, or known
            }
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("org.nestegg.") && (type.isRecord() || type.isEnum());
    }

    private void addComponents(Class<?> type) {
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::add);
        }
    }
}

package org.nestegg.operation;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the builder of a native executable would miss: with {@code --link-at-build-time} it resolves all that a class it
 * comes to names, and fails on what is not there.
 */
final class Linkage {

    private static final String OURS = "org/nestegg/";

    private static final Pattern TYPE = Pattern.compile("L([^;]+);");

    private final Map<String, byte[]> classes;
    private final Set<String> rooms;
    private final Map<String, Boolean> ofPlatform = new ConcurrentHashMap<>();

    /**
     * @param classes all classes that are packaged, by name, as in a class file
     */
    Linkage(Map<String, byte[]> classes) {
        this.classes = classes;
        rooms = classes.keySet().stream().map(Linkage::room).collect(Collectors.toSet());
    }

    /** The packages, or single classes, that libraries name and that are not there, each with one class that names it. */
    Map<String, String> missingOfLibraries() {
        Map<String, String> missing = new ConcurrentHashMap<>();
        classes.entrySet().parallelStream()
                .filter(type -> !type.getKey().startsWith(OURS))
                .forEach(type -> missing(parse(type.getKey()))
                        .forEach(name -> missing.merge(group(name), type.getKey(), Linkage::first)));
        return missing;
    }

    private static String first(String one, String other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Its package, if nothing of that is there; else the class itself, so that no package is excused for one class. */
    private String group(String name) {
        String room = room(name);
        return rooms.contains(room) ? name : room;
    }

    private static String room(String name) {
        return name.substring(0, Math.max(name.lastIndexOf('/'), 0));
    }

    /** The methods that are replaced, by the class that has them, as our substitutions say. */
    Map<String, Set<String>> substitutions() {
        Map<String, Set<String>> replaced = new HashMap<>();
        ours().forEach(name -> {
            ClassModel type = parse(name);
            annotation(type, "TargetClass").ifPresent(target -> {
                String replacedType = target.stream()
                        .map(AnnotationElement::value)
                        .filter(AnnotationValue.OfClass.class::isInstance)
                        .map(value ->
                                ((AnnotationValue.OfClass) value).classSymbol().descriptorString())
                        .findFirst()
                        .orElseThrow();
                replaced.put(
                        replacedType.substring(1, replacedType.length() - 1),
                        type.methods().stream()
                                .filter(method ->
                                        annotation(method, "Substitute").isPresent())
                                .map(method -> method.methodName().stringValue())
                                .collect(Collectors.toSet()));
            });
        });
        return replaced;
    }

    /**
     * What of ours the builder comes to that names what is not there. It does not come to a class that only replaced methods
     * name, but to all methods of a class of which it replaces one.
     */
    Set<String> faultsOfOurs(Map<String, Set<String>> substitutions) {
        Set<String> named = new HashSet<>(substitutions.keySet());
        Set<String> helpers = ours().filter(
                        name -> annotation(parse(name), "TargetClass").isPresent())
                .collect(Collectors.toSet());
        classes.keySet().stream()
                .filter(name -> !name.startsWith(OURS))
                .forEach(name -> names(parse(name))
                        .filter(other -> other.startsWith(OURS))
                        .forEach(named::add));
        ours().filter(name -> !helpers.contains(name)).forEach(name -> {
            Set<String> replaced = substitutions.getOrDefault(name, Set.of());
            ClassModel type = parse(name);
            if (replaced.isEmpty()) {
                if (missing(type).isEmpty()) {
                    named.add(name);
                    names(type).forEach(named::add);
                }
            } else {
                type.methods().stream()
                        .filter(method -> !replaced.contains(method.methodName().stringValue()))
                        .forEach(method -> calls(method).forEach(named::add));
            }
        });
        Set<String> faults = new TreeSet<>();
        ours().filter(named::contains).forEach(name -> {
            Set<String> replaced = substitutions.getOrDefault(name, Set.of());
            ClassModel type = parse(name);
            Stream<String> names = replaced.isEmpty()
                    ? names(type)
                    : type.methods().stream()
                            .filter(method ->
                                    !replaced.contains(method.methodName().stringValue()))
                            .flatMap(method -> calls(method));
            names.filter(other -> !isThere(other)).forEach(other -> faults.add(name + " names " + other));
        });
        return faults;
    }

    private Stream<String> ours() {
        return classes.keySet().stream().filter(name -> name.startsWith(OURS));
    }

    private List<String> missing(ClassModel type) {
        return names(type).filter(name -> !isThere(name)).toList();
    }

    private boolean isThere(String name) {
        return classes.containsKey(name)
                || ofPlatform.computeIfAbsent(
                        name, n -> ClassLoader.getPlatformClassLoader().getResource(n + ".class") != null);
    }

    private ClassModel parse(String name) {
        return ClassFile.of().parse(classes.get(name));
    }

    private static Stream<String> names(Iterable<PoolEntry> pool) {
        List<String> names = new ArrayList<>();
        for (PoolEntry entry : pool) {
            switch (entry) {
                case ClassEntry type -> names.add(type.asInternalName());
                case NameAndTypeEntry member -> addTypes(member.type().stringValue(), names);
                case MethodTypeEntry type -> addTypes(type.descriptor().stringValue(), names);
                default -> {}
            }
        }
        return names.stream().map(Linkage::element).filter(name -> !name.isEmpty());
    }

    private static void addTypes(String descriptor, List<String> names) {
        Matcher types = TYPE.matcher(descriptor);
        while (types.find()) {
            names.add(types.group(1));
        }
    }

    /** All that a class names: of its pool, and in the types of its own members, which are not in there as such. */
    private static Stream<String> names(ClassModel type) {
        List<String> own = new ArrayList<>();
        type.methods().forEach(method -> addTypes(method.methodType().stringValue(), own));
        type.fields().forEach(field -> addTypes(field.fieldType().stringValue(), own));
        return Stream.concat(names(type.constantPool()), own.stream()).distinct();
    }

    /** The class that an array is of, or nothing if it is of primitives. */
    private static String element(String name) {
        return name.startsWith("[") ? name.replaceFirst("\\[+(L(.*);|.)", "$2") : name;
    }

    private static Stream<String> calls(MethodModel method) {
        List<String> names = new ArrayList<>();
        addTypes(method.methodType().stringValue(), names);
        method.code().ifPresent(code -> {
            code.exceptionHandlers()
                    .forEach(handler ->
                            handler.catchType().ifPresent(type -> names.add(element(type.asInternalName()))));
            for (CodeElement part : code) {
                switch (part) {
                    case InvokeInstruction call -> {
                        names.add(element(call.owner().asInternalName()));
                        addTypes(call.type().stringValue(), names);
                    }
                    case FieldInstruction access -> {
                        names.add(element(access.owner().asInternalName()));
                        addTypes(access.type().stringValue(), names);
                    }
                    case NewObjectInstruction creation ->
                        names.add(creation.className().asInternalName());
                    case TypeCheckInstruction check ->
                        names.add(element(check.type().asInternalName()));
                    case ConstantInstruction.LoadConstantInstruction load
                    when load.constantEntry() instanceof ClassEntry type -> names.add(element(type.asInternalName()));
                    case InvokeDynamicInstruction dynamic -> {
                        addTypes(dynamic.type().stringValue(), names);
                        dynamic.bootstrapArgs().stream()
                                .filter(DirectMethodHandleDesc.class::isInstance)
                                .map(DirectMethodHandleDesc.class::cast)
                                .forEach(handle -> {
                                    addTypes(handle.owner().descriptorString(), names);
                                    addTypes(handle.lookupDescriptor(), names);
                                });
                    }
                    default -> {}
                }
            }
        });
        return names.stream().filter(name -> !name.isEmpty());
    }

    private static Optional<List<AnnotationElement>> annotation(AttributedElement element, String name) {
        return Stream.concat(
                        element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                                .flatMap(attribute -> attribute.annotations().stream()),
                        element.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
                                .flatMap(attribute -> attribute.annotations().stream()))
                .filter(annotation ->
                        annotation.classSymbol().descriptorString().endsWith("/" + name + ";"))
                .map(Annotation::elements)
                .findFirst();
    }
}

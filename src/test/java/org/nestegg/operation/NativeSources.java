package org.nestegg.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;

/** What a native executable is built from: the application's jar, its libraries and what the builder is told. */
final class NativeSources {

    private static final Path FOLDER = Path.of("target", "native-sources");
    private static final String GENERATED = "META-INF/native-image/";
    private static final String OWN = GENERATED + "org.nestegg/nestegg/";

    private static final Pattern CLASS = Pattern.compile("(META-INF/versions/\\d+/)?(?<name>.+)\\.class");

    private final Path jar;

    NativeSources() throws IOException {
        try (Stream<Path> jars = Files.list(FOLDER)) {
            jar = jars.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The command line of the builder, and what our own file adds to it. */
    String arguments() throws IOException {
        return Files.readString(FOLDER.resolve("native-image.args")) + text(OWN + "native-image.properties");
    }

    /** The names of all files in the application's jar. */
    Set<String> entries() throws IOException {
        return entries(jar);
    }

    /** All classes that can be linked, by name, but for the platform's; of several versions of one, any. */
    Map<String, byte[]> classes() throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        try (Stream<Path> libraries = Files.list(FOLDER.resolve("lib"))) {
            for (Path file : Stream.concat(Stream.of(jar), libraries).toList()) {
                addClasses(file, classes);
            }
        }
        return classes;
    }

    private static void addClasses(Path library, Map<String, byte[]> classes) throws IOException {
        try (JarFile file = new JarFile(library.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                Matcher name = CLASS.matcher(entry.getName());
                if (name.matches() && !name.group("name").endsWith("module-info")) {
                    try (InputStream stream = file.getInputStream(entry)) {
                        classes.put(name.group("name"), stream.readAllBytes());
                    }
                }
            }
        }
    }

    byte[] read(String entry) throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                InputStream stream = file.getInputStream(file.getEntry(entry))) {
            return stream.readAllBytes();
        }
    }

    String text(String entry) throws IOException {
        return new String(read(entry), StandardCharsets.UTF_8);
    }

    /** The names of the classes all of whose constructors can be called by reflection. */
    Set<String> constructible() throws IOException {
        return Stream.of(json(GENERATED + "reflect-config.json"), metadata().path("reflection"))
                .flatMap(NativeSources::stream)
                .filter(type -> type.path("allDeclaredConstructors").asBoolean())
                .map(type -> type.path(type.has("name") ? "name" : "type").asText())
                .collect(Collectors.toSet());
    }

    /** The names of the classes that Jackson can read and write: constructors, methods and fields. */
    Set<String> bindable() throws IOException {
        return stream(json(GENERATED + "reflect-config.json"))
                .filter(type -> Stream.of("allDeclaredConstructors", "allDeclaredMethods", "allDeclaredFields")
                        .allMatch(what -> type.path(what).asBoolean()))
                .map(type -> type.path("name").asText())
                .collect(Collectors.toSet());
    }

    /** Whether a file of the jar is there when the executable runs. */
    List<String> notIncluded(Set<String> files) throws IOException {
        List<String> patterns = stream(json(GENERATED + "resource-config.json")
                        .path("resources")
                        .path("includes"))
                .map(include -> include.path("pattern").asText())
                .toList();
        List<String> globs = stream(metadata().path("resources"))
                .map(resource -> "glob:" + resource.path("glob").asText())
                .toList();
        List<String> missing = new ArrayList<>(files);
        missing.removeIf(file -> patterns.stream().anyMatch(file::matches)
                || globs.stream()
                        .anyMatch(glob ->
                                FileSystems.getDefault().getPathMatcher(glob).matches(Path.of(file))));
        return missing;
    }

    private JsonNode metadata() throws IOException {
        return json(OWN + "reachability-metadata.json");
    }

    private JsonNode json(String entry) throws IOException {
        return new ObjectMapper().readTree(read(entry));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Set<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

package org.nestegg.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.config.ConfigMapping;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} says what can be set and what is so by default: all of it, and nothing else. */
class ConfigurationDocTest {

    private static final String PREFIX = "nestegg.";

    private static final Path DOCUMENT = Path.of("docs", "configuration.md");
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path PROPERTIES = Path.of("src", "main", "resources", "application.properties");

    /** A row of a table: variable, property, default, and what it means. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (`[A-Z0-9_]+`|none) \\| `([^`]+)` \\| ([^|]+) \\| [^|]+ \\|$");

    /** A property of ours, wherever in the text. */
    private static final Pattern MENTION = Pattern.compile("\\bnestegg(\\.[a-z]+(-[a-z]+)*)+");

    /** Within the default of a row, one value: that of a profile, or of all others. */
    private static final Pattern VALUE = Pattern.compile("(?:(\\w+): )?`([^`]*)`");

    private static final Pattern PROFILED = Pattern.compile("(?:%(\\w+)\\.)?(.+)");

    @Test
    void everyPropertyIsDocumentedAndNothingElse() throws IOException {
        Set<String> properties = properties();
        assertTrue(properties.size() > 20, properties.toString());
        assertEquals(
                String.join("\n", properties),
                rows().keySet().stream().filter(name -> name.startsWith(PREFIX)).collect(Collectors.joining("\n")));
        Set<String> mentioned = MENTION.matcher(Files.readString(DOCUMENT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        mentioned.removeAll(properties);
        assertEquals(Set.of(), mentioned);
    }

    @Test
    void variablesAreNamedAsTheFrameworkReadsThem() throws IOException {
        rows().forEach((property, row) -> row.variable.ifPresent(variable ->
                assertEquals(property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), variable, property)));
    }

    @Test
    void defaultsAreThoseOfTheApplication() throws IOException {
        Map<String, Map<String, String>> defaults = defaults();
        assertFalse(defaults.isEmpty());
        rows().forEach((property, row) -> {
            if (property.startsWith(PREFIX) || defaults.containsKey(property)) {
                assertEquals(defaults.getOrDefault(property, Map.of()), row.defaults, property);
            }
        });
    }

    private record Row(Optional<String> variable, Map<String, String> defaults) {}

    /** What is documented, by property. */
    private static Map<String, Row> rows() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        ROW.matcher(Files.readString(DOCUMENT)).results().forEach(row -> {
            Map<String, String> defaults = new TreeMap<>();
            VALUE.matcher(row.group(3))
                    .results()
                    .forEach(value ->
                            defaults.put(Optional.ofNullable(value.group(1)).orElse(""), value.group(2)));
            Optional<String> variable = Optional.of(row.group(1))
                    .filter(name -> name.startsWith("`"))
                    .map(name -> name.replace("`", ""));
            assertEquals(null, rows.put(row.group(2), new Row(variable, defaults)), "twice: " + row.group(2));
        });
        return rows;
    }

    /** What {@code application.properties} has, by property and profile; what is not a profile's stands under "". */
    private static Map<String, Map<String, String>> defaults() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new BufferedReader(Files.newBufferedReader(PROPERTIES))) {
            properties.load(reader);
        }
        Map<String, Map<String, String>> defaults = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> {
            var parts = PROFILED.matcher(name);
            assertTrue(parts.matches());
            defaults.computeIfAbsent(parts.group(2), _ -> new TreeMap<>())
                    .put(Optional.ofNullable(parts.group(1)).orElse(""), properties.getProperty(name));
        });
        return defaults;
    }

    /** The properties of ours that the classes of the application read. */
    private static Set<String> properties() {
        JavaClasses classes = new ClassFileImporter().importPath(CLASSES);
        return Stream.of(
                        classes.stream().flatMap(ConfigurationDocTest::mapped),
                        classes.stream().flatMap(ConfigurationDocTest::injected),
                        classes.stream().flatMap(ConfigurationDocTest::scheduled))
                .flatMap(names -> names)
                .filter(name -> name.startsWith(PREFIX))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> mapped(JavaClass type) {
        return type.tryGetAnnotationOfType(ConfigMapping.class).stream()
                .flatMap(mapping -> type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(method -> mapping.prefix() + "." + kebab(method.getName())));
    }

    private static Stream<String> scheduled(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(Scheduled.class))
                .map(method -> method.getAnnotationOfType(Scheduled.class).every())
                .filter(every -> every.startsWith("${"))
                .map(every -> every.substring(2, every.length() - 1));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Stream<String> injected(JavaClass type) {
        Stream<JavaMember> members = type.getMembers().stream();
        Stream<? extends CanBeAnnotated> parameters =
                type.getCodeUnits().stream().map(JavaCodeUnit::getParameters).flatMap(list -> list.stream());
        return Stream.concat(members, parameters)
                .filter(place -> place.isAnnotatedWith(ConfigProperty.class))
                .map(ConfigurationDocTest::name);
    }

    private static String name(CanBeAnnotated place) {
        return switch (place) {
            case JavaMember member ->
                member.getAnnotationOfType(ConfigProperty.class).name();
            case JavaParameter parameter ->
                parameter.getAnnotationOfType(ConfigProperty.class).name();
            default -> throw new AssertionError(place);
        };
    }
}

package org.nestegg.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page says, in each of its languages. */
class PageTextsTest {

    private static final Path APP = Path.of("src", "main", "resources", "META-INF", "resources", "app");

    /** Forms of a text by a number (CLDR), of which each language has its own. */
    private static final Set<String> FORMS = Set.of("zero", "one", "two", "few", "many", "other");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Pattern USE = Pattern.compile("\\bt\\(\\s*'([a-zA-Z0-9.]+)'");

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "pt"})
    void eachLanguageHasTheTextsThatEnglishHas(String language) throws IOException {
        Map<String, List<String>> english = texts("en");
        Map<String, List<String>> others = texts(language);
        assertEquals(english.keySet(), others.keySet());
        english.forEach((key, forms) -> assertEquals(placeholders(forms), placeholders(others.get(key)), key));
    }

    @Test
    void whatTheScriptsSayIsThere() throws IOException {
        Set<String> keys = texts("en").keySet();
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(APP)) {
            for (Path script :
                    files.filter(file -> file.toString().endsWith(".js")).toList()) {
                USE.matcher(Files.readString(script)).results().forEach(match -> used.add(match.group(1)));
            }
        }
        assertFalse(used.isEmpty());
        used.removeAll(keys);
        assertEquals(Set.of(), used);
    }

    /** By key: the forms of each text, of which most have one. */
    private static Map<String, List<String>> texts(String language) throws IOException {
        Map<String, List<String>> texts = new TreeMap<>();
        collect(
                "",
                new ObjectMapper()
                        .readTree(APP.resolve("i18n/" + language + ".json").toFile()),
                texts);
        return texts;
    }

    private static void collect(String key, JsonNode node, Map<String, List<String>> texts) {
        if (node.isTextual()) {
            texts.put(key, List.of(node.asText()));
        } else if (node.has("other") && node.properties().stream().allMatch(entry -> FORMS.contains(entry.getKey()))) {
            texts.put(
                    key,
                    node.properties().stream()
                            .map(form -> form.getValue().asText())
                            .toList());
        } else {
            node.properties()
                    .forEach(entry -> collect(
                            key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(), entry.getValue(), texts));
        }
    }

    private static Set<String> placeholders(List<String> forms) {
        return forms.stream()
                .flatMap(form -> PLACEHOLDER.matcher(form).results().map(match -> match.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

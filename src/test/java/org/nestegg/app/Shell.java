package org.nestegg.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a browser loads for the page: its own files, and of the libraries what they import, as the import map has it. */
final class Shell {

    private static final Path ROOT = Path.of("target", "classes", "META-INF", "resources");
    private static final Path APP = Path.of("src", "main", "resources", "META-INF", "resources", "app");

    /** What is no part of it, or stands in it as {@code /}. */
    private static final Set<String> APART = Set.of("app/index.html", "app/sw.js", "app/files.txt");

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("\\b(?:from|import)\\s*\\(?\\s*[\"']([\\w@./-]+)[\"']");
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*\\ssrc=\"([^\"]+)\"");

    private final String html;
    private final Map<String, String> addresses = new TreeMap<>();
    private final Set<String> files = new TreeSet<>();

    Shell() throws IOException {
        html = Files.readString(APP.resolve("index.html"));
        JsonNode imports = new ObjectMapper().readTree(importMap()).path("imports");
        imports.properties()
                .forEach(entry -> addresses.put(entry.getKey(), entry.getValue().asText()));
        try (Stream<Path> own = Files.walk(APP)) {
            for (Path file : own.filter(Files::isRegularFile).toList()) {
                add("app/" + APP.relativize(file).toString().replace('\\', '/'));
            }
        }
        for (String address : addresses.values()) {
            if (!address.endsWith("/")) {
                add(address.substring(1));
            }
        }
        for (Matcher script = SCRIPT.matcher(html); script.find(); ) {
            add(resolve("app/index.html", script.group(1)));
        }
        files.removeAll(APART);
    }

    /** The text of the import map, as it stands in the page. */
    String importMap() {
        Matcher map = IMPORT_MAP.matcher(html);
        return map.find() ? map.group(1) : "{}";
    }

    /** What specifiers stand for, by the import map. */
    Map<String, String> addresses() {
        return addresses;
    }

    /** The files beside the page, as {@code files.txt} has them. */
    Set<String> files() {
        return files;
    }

    /** What {@code files.txt} should be. */
    String list() {
        return files.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private void add(String file) throws IOException {
        if (files.add(file) && file.endsWith(".js")) {
            Path module = file.startsWith("app/") ? APP.resolve(file.substring("app/".length())) : ROOT.resolve(file);
            for (Matcher match = IMPORT.matcher(Files.readString(module)); match.find(); ) {
                add(resolve(file, match.group(1)));
            }
        }
    }

    /** The file that a module, or the page, means by a specifier. */
    private String resolve(String from, String specifier) {
        if (specifier.startsWith("/")) {
            return specifier.substring(1);
        }
        if (specifier.startsWith(".")) {
            return Path.of(from)
                    .resolveSibling(specifier)
                    .normalize()
                    .toString()
                    .replace('\\', '/');
        }
        return mapped(specifier)
                .orElseThrow(() -> new AssertionError(from + " imports " + specifier + ", which nothing maps"));
    }

    private Optional<String> mapped(String specifier) {
        if (addresses.containsKey(specifier)) {
            return Optional.of(addresses.get(specifier).substring(1));
        }
        return addresses.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/") && specifier.startsWith(entry.getKey()))
                .map(entry -> entry.getValue().substring(1)
                        + specifier.substring(entry.getKey().length()))
                .findFirst();
    }
}

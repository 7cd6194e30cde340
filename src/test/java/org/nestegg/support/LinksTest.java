package org.nestegg.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link from a document to a file of this repository leads there, and to a heading that it has. */
class LinksTest {

    private static final List<String> DOCUMENTS =
            List.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "k8s/README.md");

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?)\\s*$");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<Link> links = documents().stream().flatMap(LinksTest::links).toList();
        assertTrue(links.size() > 50, "links: " + links.size());
        assertEquals(
                "",
                links.stream()
                        .filter(link -> !link.leadsSomewhere())
                        .map(Link::toString)
                        .collect(Collectors.joining("\n")));
    }

    /** Whoever reads the documents from the README on gets to see all of them. */
    @Test
    void everyDocumentIsLinkedFromAnother() throws IOException {
        Set<Path> linked = documents().stream()
                .flatMap(LinksTest::links)
                .filter(link -> !link.target().equals(link.from))
                .map(Link::target)
                .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                documents().stream()
                        .filter(document -> !document.equals(Path.of("README.md")))
                        // Decisions are found by their folder.
                        .filter(document -> !document.startsWith(Path.of("docs", "adr")))
                        .filter(document -> !linked.contains(document))
                        .toList());
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            DOCUMENTS.stream().map(Path::of),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        }
    }

    private static Stream<Link> links(Path document) {
        String text = CODE.matcher(withoutBlocks(document)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .map(link -> new Link(document, link));
    }

    private static String withoutBlocks(Path document) {
        try {
            return CODE_BLOCK.matcher(Files.readString(document)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What can stand behind # for each heading, as GitHub makes it. */
    private static Set<String> fragments(Path document) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> fragments = new HashSet<>();
        HEADING.matcher(withoutBlocks(document)).results().forEach(heading -> {
            String name = heading.group(1)
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int before = seen.merge(name, 1, Integer::sum) - 1;
            fragments.add(before == 0 ? name : name + "-" + before);
        });
        return fragments;
    }

    private record Link(Path from, String to) {

        Path target() {
            String file = to.replaceFirst("#.*", "");
            return file.isEmpty()
                    ? from
                    : Path.of("").resolve(from.resolveSibling(file)).normalize();
        }

        boolean leadsSomewhere() {
            int mark = to.indexOf('#');
            return !to.startsWith("/")
                    && !target().startsWith("..")
                    && Files.exists(target())
                    && (mark < 0
                            || Files.isRegularFile(target())
                                    && fragments(target()).contains(to.substring(mark + 1)));
        }

        @Override
        public String toString() {
            return from + ": " + to;
        }
    }
}

package org.nestegg.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The way of a request is written in one place, and it is the one that is taken. */
class RequestOrderTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final List<Integer> FILTERS = List.of(
            RequestOrder.TRACE_ID,
            RequestOrder.REQUESTS_IN_FLIGHT,
            RequestOrder.ACCESS_LOG,
            RequestOrder.CACHE_HEADERS,
            RequestOrder.RANGE_HEADER,
            RequestOrder.SECURITY_HEADERS,
            RequestOrder.FUNCTION_ANSWERS,
            RequestOrder.CROSS_ORIGIN,
            RequestOrder.EDGE,
            RequestOrder.ACCEPT_HEADER,
            RequestOrder.CONTENT_TYPE_HEADER,
            RequestOrder.AUTHENTICATION_FAILURES,
            RequestOrder.EDGE_FAILURES,
            RequestOrder.SMALL_BODIES,
            RequestOrder.PAGE,
            RequestOrder.DOCUMENTS);

    @Test
    void itIsWrittenInTheOrderInWhichItIsTaken() throws IOException {
        assertEquals(
                FILTERS.stream().distinct().sorted((a, b) -> b - a).toList(), FILTERS, "filters, the highest first");
        List<Integer> endpoints = List.of(
                RequestOrder.OPTIONS,
                RequestOrder.KNOWN_IDS,
                RequestOrder.SMALL_BODY,
                RequestOrder.KNOWN_PARAMETERS,
                RequestOrder.CATCH_UP);
        assertEquals(endpoints.stream().distinct().sorted().toList(), endpoints, "filters of endpoints");
        List<Integer> interceptors = List.of(
                RequestOrder.TURN,
                RequestOrder.HEAVY,
                RequestOrder.RETRY,
                RequestOrder.IDEMPOTENCY,
                RequestOrder.RECORDING);
        assertEquals(interceptors.stream().distinct().sorted().toList(), interceptors, "interceptors");
        List<Integer> mechanisms = List.of(
                RequestOrder.KNOWN_CALLER,
                RequestOrder.PERSONAL_TOKEN,
                RequestOrder.EXTERNAL_TOKEN,
                RequestOrder.BASIC,
                RequestOrder.COOKIE,
                1_000);
        assertEquals(mechanisms.stream().distinct().sorted((a, b) -> b - a).toList(), mechanisms, "mechanisms");
        List<Integer> completing = List.of(RequestOrder.SESSION_CHECK, RequestOrder.REMEMBERED, RequestOrder.ADMISSION);
        assertEquals(
                completing.stream().distinct().sorted((a, b) -> b - a).toList(),
                completing,
                "what completes an identity");
        int places = 5 + completing.size() + FILTERS.size() + endpoints.size() + interceptors.size() + 1;
        assertEquals(places, count(Files.readString(file("RequestOrder")), "public static final int"));
    }

    /** Each place has one who stands there, and nobody stands elsewhere. */
    @Test
    void everyPlaceIsTakenByOne() throws IOException {
        Matcher place =
                Pattern.compile("public static final int (\\w+)").matcher(Files.readString(file("RequestOrder")));
        while (place.find()) {
            Pattern use = Pattern.compile("RequestOrder\\." + place.group(1) + "\\b");
            long users =
                    sources().filter(source -> use.matcher(read(source)).find()).count();
            assertEquals(1, users, place.group(1));
        }
        Pattern registration = Pattern.compile(
                "@Observes Filters|\\.order\\((?!-RequestOrder)|@AroundInvoke|(?:extends TokenMechanism|implements SecurityIdentityAugmentor)|@Server(?:Request|Response)Filter");
        List<Path> registering = sources()
                .filter(source -> registration.matcher(read(source)).find())
                .toList();
        assertTrue(registering.size() > 12, registering::toString);
        registering.forEach(source -> assertTrue(read(source).contains("RequestOrder."), source::toString));
        assertEquals(
                List.of(),
                sources()
                        .filter(source -> read(source).matches("(?s).*\\.order\\(-?[\\d_]+\\).*"))
                        .toList());
    }

    @Test
    void aRequestFallsUnderTheLongestPrefix() {
        RouteGroup docs = RouteGroup.of("/api/docs");
        RouteGroups groups = new RouteGroups(List.of(RouteGroup.api(), RouteGroup.of("/api"), docs));
        assertEquals(docs, groups.of("/api/docs"));
        assertEquals(docs, groups.of("/api/docs/index.html"));
        assertEquals("/api", groups.of("/api/docsx").prefix());
        assertEquals("/", groups.of("/apix").prefix());
        RouteGroups alone = new RouteGroups(List.of(RouteGroup.api(), RouteGroup.at("/api/files")));
        assertEquals("/api/files", alone.of("/api/files").prefix());
        assertEquals("/", alone.of("/api/files/1").prefix());
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static Path file(String type) throws IOException {
        return sources()
                .filter(source -> source.endsWith(type + ".java"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.nestegg.shared.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives {@code Accept} the meaning that it has (RFC 9110, section 12.5.1) where the framework does not: a weight of zero
 * refuses a media type, and an empty field asks for nothing. Such a field is replaced by what it leaves of our types. It is
 * taken away where it asks for problems alone, as generated clients do whose success has no body, and where success has none.
 */
@Singleton
class AcceptHeader {

    private static final List<String> SPOKEN = List.of(MediaTypes.JSON, MediaTypes.CSV, MediaTypes.HTML);
    private static final String NONE_OF_THEM = "none/none";
    private static final Pattern REFUSAL =
            Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*(,|;|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE =
            Pattern.compile("\\s*([^;\\s]+)(?:.*;\\s*q\\s*=\\s*([\\d.]{1,5}))?.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern PROBLEMS =
            Pattern.compile("\\s*(application/problem\\+json\\s*(;[^,]*)?,?\\s*)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN =
            Pattern.compile("(\\*/\\*|application/json)\\s*(,|$)", Pattern.CASE_INSENSITIVE);

    /** After the answer's own headers are seen to, before anything that reads the field. */
    private static final int PRIORITY = 8_000;

    private final Instance<Routes> routes;

    AcceptHeader(Instance<Routes> routes) {
        this.routes = routes;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    rewrite(context.request());
                    context.next();
                },
                PRIORITY);
    }

    private void rewrite(HttpServerRequest request) {
        MultiMap headers = request.headers();
        List<String> fields = headers.getAll(HttpHeaders.ACCEPT);
        String field = String.join(",", fields);
        if (!fields.isEmpty() && (field.isBlank() || PROBLEMS.matcher(field).matches() || isMoot(request, field))) {
            headers.remove(HttpHeaders.ACCEPT);
        } else if (REFUSAL.matcher(field).find()) {
            headers.set(HttpHeaders.ACCEPT, left(field));
        }
    }

    /** The document is asked only where the answer is not plain. */
    private boolean isMoot(HttpServerRequest request, String field) {
        return !PLAIN.matcher(field).find()
                && routes.get()
                        .operation(request.method().name(), request.path())
                        .filter(operation -> operation.answers().isEmpty())
                        .isPresent();
    }

    private static String left(String field) {
        List<Range> ranges = Arrays.stream(field.split(","))
                .map(RANGE::matcher)
                .filter(Matcher::matches)
                .map(range -> new Range(range.group(1).toLowerCase(Locale.ROOT), weight(range.group(2))))
                .sorted(Comparator.comparingInt(Range::specificity).reversed())
                .toList();
        String left = SPOKEN.stream()
                .flatMap(type -> ranges.stream()
                        .filter(range -> range.matches(type))
                        .limit(1)
                        .map(range -> new Range(type, range.weight)))
                .filter(range -> range.weight > 0)
                .map(range -> range.type + ";q=" + range.weight)
                .collect(Collectors.joining(","));
        return left.isEmpty() ? NONE_OF_THEM : left;
    }

    private static double weight(String weight) {
        try {
            return weight == null ? 1 : Double.parseDouble(weight);
        } catch (NumberFormatException _) {
            return 1;
        }
    }

    private record Range(String type, double weight) {

        int specificity() {
            return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }

        boolean matches(String other) {
            return switch (specificity()) {
                case 0 -> true;
                case 1 -> other.startsWith(type.substring(0, type.length() - 1));
                default -> other.equals(type);
            };
        }
    }
}

package org.nestegg.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Header fields that a success is answered with, beside those that whoever makes the answer gives it. A refusal has none. */
public final class AnswerHeaders {

    private static final String KEY = AnswerHeaders.class.getName();
    private static final int REFUSALS = 400;

    private AnswerHeaders() {}

    /** Adds a field, or replaces it. */
    public static void put(RoutingContext request, String name, String value) {
        Map<String, String> fields = request.get(KEY);
        if (fields == null) {
            Map<String, String> added = new LinkedHashMap<>();
            request.put(KEY, added);
            request.addHeadersEndHandler(_ -> write(request, added));
            fields = added;
        }
        fields.put(name, value);
    }

    /** Takes a field back. */
    public static void remove(RoutingContext request, String name) {
        Map<String, String> fields = request.get(KEY);
        if (fields != null) {
            fields.remove(name);
        }
    }

    /** The fields so far, by name. */
    public static Map<String, String> of(RoutingContext request) {
        Map<String, String> fields = request.get(KEY);
        return fields == null ? Map.of() : fields;
    }

    private static void write(RoutingContext request, Map<String, String> fields) {
        if (request.response().getStatusCode() < REFUSALS) {
            fields.forEach((name, value) -> request.response().putHeader(name, value));
        }
    }
}

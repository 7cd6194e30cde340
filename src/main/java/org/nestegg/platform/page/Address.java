package org.nestegg.platform.page;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;

/** Where a page was asked for: a path as it was written, with its query, as one owner sees it. */
record Address(String path, Map<String, List<String>> asked, UUID owner) {

    private static final Set<String> CURSOR = Set.of("cursor");
    private static final Set<String> PAGING = Set.of("cursor", "limit", "count");

    static Address of(UriInfo uri, UUID owner) {
        return new Address(uri.getRequestUri().getRawPath(), uri.getQueryParameters(), owner);
    }

    /** What a cursor is good for: this owner's view of this path with these filters, whatever the size of the page. */
    String context() {
        return owner + " " + path + "?" + query(PAGING);
    }

    /** The path of the page after a cursor, with everything else that was asked for kept. */
    String after(String cursor) {
        String kept = query(CURSOR);
        return path + "?" + kept + (kept.isEmpty() ? "" : "&") + "cursor=" + cursor;
    }

    private String query(Set<String> without) {
        Map<String, List<String>> kept = new TreeMap<>(asked);
        kept.keySet().removeAll(without);
        StringJoiner query = new StringJoiner("&");
        kept.forEach((name, values) -> values.forEach(value -> query.add(encode(name) + "=" + encode(value))));
        return query.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.nestegg.platform.http;

/** The media types that the API speaks. */
public final class MediaTypes {

    public static final String JSON = "application/json";

    /** RFC 7396. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** What PATCH takes, for {@code Accept-Patch} (RFC 5789). */
    public static final String PATCHES = MERGE_PATCH + ", " + JSON;

    /** RFC 4180. */
    public static final String CSV = "text/csv";

    /** Server-sent events (WHATWG HTML). */
    public static final String EVENT_STREAM = "text/event-stream";

    public static final String HTML = "text/html";

    private MediaTypes() {}
}

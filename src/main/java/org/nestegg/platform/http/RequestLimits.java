package org.nestegg.platform.http;

/** How large the parts of a request may be, in bytes. */
public final class RequestLimits {

    /** The body: 1 MiB. */
    public static final int BODY = 1024 * 1024;

    /** Path and query together: 8 KiB. */
    public static final int URI = 8 * 1024;

    /** All header fields together: 16 KiB. */
    public static final int HEADERS = 16 * 1024;

    private RequestLimits() {}
}

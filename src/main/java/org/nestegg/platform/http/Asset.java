package org.nestegg.platform.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.nestegg.platform.digest.EntityTag;
import org.nestegg.platform.digest.Sha256;

/**
 * What is the same for everybody until the next version: kept compressed where that makes it smaller, and validated by an
 * entity tag before each use (RFC 9110, section 8.8.3), because its name stays when its content changes. The tag is weak: it
 * is the same on what is compressed and what is not, and on every replica.
 */
public final class Asset {

    private static final int NOT_MODIFIED = 304;

    private final String contentType;
    private final Buffer plain;

    /** Null where compressing gains nothing, as with most images. */
    private final Buffer zipped;

    private final String tag;

    /** Compresses the content, which takes a while for a large one. */
    public Asset(String contentType, byte[] content) {
        this.contentType = contentType;
        plain = Buffer.buffer(content);
        byte[] zip = zip(content);
        zipped = zip.length < content.length ? Buffer.buffer(zip) : null;
        tag = EntityTag.ofDigest(Sha256.of(content));
    }

    /**
     * Answers GET or HEAD.
     *
     * @param vary what else the answer was chosen by, or null
     */
    public void answer(RoutingContext context, String vary) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.ETAG, "W/" + tag)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.VARY, vary == null ? "Accept-Encoding" : vary + ", Accept-Encoding");
        if (EntityTag.isNamed(context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), tag, true)) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        boolean zip = zipped != null && acceptsGzip(context.request().headers());
        Buffer body = zip ? zipped : plain;
        response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        if (zip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        } else if (zipped == null) {
            // Or the framework would compress it all the same, each time.
            response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
        if (context.request().method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }

    private static boolean acceptsGzip(MultiMap headers) {
        return headers.getAll(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(field -> Arrays.stream(field.toLowerCase(Locale.ROOT).split(",")))
                .map(String::strip)
                .anyMatch(coding ->
                        coding.equals("gzip") || coding.startsWith("gzip;") && !coding.matches(".*q=0(\\.0*)?"));
    }

    private static byte[] zip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

package org.nestegg.platform.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the head of a request must be for server and proxies to agree where the request ends (RFC 9112, sections 2.3, 3.2 and
 * 6). Whatever leaves that open is refused: the rest of it could be taken for another request, of somebody else.
 */
public final class Framing {

    /** RFC 3986, section 3.2.2, less the comma, by which two fields are joined into one. */
    private static final Pattern HOST = Pattern.compile("(\\[[\\w.~!$&'()*+;=:%-]+]|[\\w.~!$&'()*+;=%-]*)(:\\d{0,5})?");

    private Framing() {}

    /** The status to refuse a request with, if it is to be refused. */
    public static Optional<HttpResponseStatus> refusal(HttpRequest head) {
        if (head.decoderResult().isFailure()) {
            return Optional.of(undecoded(head));
        }
        boolean latest = head.protocolVersion().equals(HttpVersion.HTTP_1_1);
        if (!latest && !head.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            return Optional.of(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED);
        }
        if (isCodedOtherwise(head.headers())) {
            return Optional.of(HttpResponseStatus.NOT_IMPLEMENTED);
        }
        return hasHost(head.headers(), latest) && !head.headers().contains("") && !isDraftWebSocket(head)
                ? Optional.empty()
                : Optional.of(HttpResponseStatus.BAD_REQUEST);
    }

    /**
     * Whether nothing behind the request counts (RFC 9112, section 9.6). In HTTP/1.0 the decoder takes the first of several
     * lengths and drops the others, so that nobody knows what a body's end is there.
     */
    public static boolean isLast(HttpRequest head) {
        return !HttpUtil.isKeepAlive(head)
                || head.protocolVersion().equals(HttpVersion.HTTP_1_0)
                        && head.headers().contains(HttpHeaderNames.CONTENT_LENGTH);
    }

    private static HttpResponseStatus undecoded(HttpRequest head) {
        return switch (head.decoderResult().cause()) {
            case TooLongHttpLineException _ -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
            case TooLongHttpHeaderException _ -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            default ->
                head.protocolVersion().equals(HttpVersion.HTTP_1_1) && isCodedOtherwise(head.headers())
                        ? HttpResponseStatus.NOT_IMPLEMENTED
                        : HttpResponseStatus.BAD_REQUEST;
        };
    }

    /** The decoder takes a coding that it does not know for none, and the body for the next request. */
    private static boolean isCodedOtherwise(HttpHeaders headers) {
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return !codings.isEmpty()
                && (codings.size() > 1 || !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst()));
    }

    private static boolean hasHost(HttpHeaders headers, boolean needed) {
        List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
        return hosts.isEmpty()
                ? !needed
                : hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
    }

    /** A draft from before RFC 6455, for which the decoder reads eight bytes that nothing announces. */
    private static boolean isDraftWebSocket(HttpRequest head) {
        return head.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_KEY1)
                && head.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_KEY2);
    }
}

package org.nestegg.platform.http;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.semconv.UrlAttributes;
import jakarta.inject.Singleton;

/** Traces say of requests what the {@link AccessLog} does: no query, and no part of a path that might be anybody's. */
@Singleton
class SpanPrivacy implements SpanProcessor {

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getAttribute(UrlAttributes.URL_PATH) != null) {
            span.setAttribute(UrlAttributes.URL_PATH, AccessLog.shown(span.getAttribute(UrlAttributes.URL_PATH)));
        }
        if (span.getAttribute(UrlAttributes.URL_QUERY) != null) {
            span.setAttribute(UrlAttributes.URL_QUERY, AccessLog.HIDDEN);
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // what it holds is already as it should be
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}

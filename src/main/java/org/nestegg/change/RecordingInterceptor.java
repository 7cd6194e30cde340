package org.nestegg.change;

import io.quarkus.hibernate.orm.panache.Panache;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.nestegg.platform.http.AnswerHeaders;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.idempotency.KeyHeader;
import org.nestegg.platform.limit.Turn;
import org.nestegg.platform.security.CurrentUser;

/** Begins a change before a method that makes one, and takes it back if nothing has changed. */
@Recorded("")
@Interceptor
@Priority(RequestOrder.RECORDING)
class RecordingInterceptor {

    static final String HEADER = "Change-Seq";

    private final CurrentUser user;
    private final RoutingContext context;

    RecordingInterceptor(CurrentUser user, RoutingContext context) {
        this.user = user;
        this.context = context;
    }

    @AroundInvoke
    Object record(InvocationContext invocation) throws Exception {
        Recorded recorded = invocation.getInterceptorBinding(Recorded.class);
        String kind = recorded.value();
        Recording recording = Recording.of(
                user.id(),
                kind,
                Actor.of(user.signedIn()),
                KeyHeader.isIn(context.request().headers()),
                Turn.of(invocation));
        if (!recorded.alone()) {
            recording.begin();
        }
        Object result = invocation.proceed();
        if (!recording.isAlone()) {
            Panache.flush();
        }
        if (recording.end()) {
            AnswerHeaders.put(context, HEADER, Long.toString(recording.seq()));
        } else {
            AnswerHeaders.remove(context, HEADER); // of a try before this
        }
        return result;
    }
}

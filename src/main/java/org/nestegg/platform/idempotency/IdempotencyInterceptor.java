package org.nestegg.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.platform.condition.EntityTags;
import org.nestegg.platform.condition.Tagged;
import org.nestegg.platform.digest.Sha256;
import org.nestegg.platform.http.AnswerHeaders;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.input.Body;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/**
 * Does a keyed request once. Key and answer are written in the transaction of what the request does, so that the two are
 * there together or not at all, whenever the process dies: the answer is the last of it, and committed with it. What failed has
 * no effect, and is not kept.
 */
@Idempotent
@Interceptor
@Priority(RequestOrder.IDEMPOTENCY)
class IdempotencyInterceptor {

    private final RoutingContext context;
    private final CurrentUser user;
    private final EntityTags tags;
    private final ObjectMapper mapper;

    IdempotencyInterceptor(RoutingContext context, CurrentUser user, EntityTags tags, ObjectMapper mapper) {
        this.context = context;
        this.user = user;
        this.tags = tags;
        this.mapper = mapper;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        Optional<String> header = KeyHeader.read(context.request().headers());
        if (header.isEmpty()) {
            return invocation.proceed();
        }
        IdempotencyRecord.Id id = new IdempotencyRecord.Id(user.id(), header.get());
        byte[] fingerprint = fingerprint();
        IdempotencyRecord.claim(id).ifPresent(first -> {
            throw Arrays.equals(first.fingerprint, fingerprint)
                    ? new ReplayException(first)
                    : new ProblemException(CommonProblem.IDEMPOTENCY_KEY_REUSED);
        });
        Object result = invocation.proceed();
        keep(id, fingerprint, result);
        return result;
    }

    private void keep(IdempotencyRecord.Id id, byte[] fingerprint, Object result) throws JsonProcessingException {
        IdempotencyRecord answer = new IdempotencyRecord(id, fingerprint);
        Object shown = result;
        answer.status = result == null ? RestResponse.StatusCode.NO_CONTENT : RestResponse.StatusCode.OK;
        if (result instanceof RestResponse<?> response) {
            shown = response.getEntity();
            answer.status = response.getStatus();
            answer.location = response.getHeaderString("Location");
        }
        if (shown != null) {
            answer.body = mapper.writeValueAsBytes(shown);
            answer.tag = shown instanceof Tagged ? tags.of(answer.body) : null;
        }
        answer.headers = AnswerHeaders.of(context).entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .toList();
        answer.keep();
    }

    /** What makes two requests the same: method, path with query, and body. */
    private byte[] fingerprint() {
        HttpServerRequest request = context.request();
        String route = request.method() + " " + request.uri() + "\n";
        return Sha256.of(route.getBytes(StandardCharsets.UTF_8), Body.of(context));
    }
}

package org.nestegg.platform.condition;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

/** Tags every answer that shows a single object, and leaves the object out where the caller has it already: 304. */
class EntityTagFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final EntityTags tags;
    private final Preconditions preconditions;

    EntityTagFilter(EntityTags tags, Preconditions preconditions) {
        this.tags = tags;
        this.preconditions = preconditions;
    }

    @ServerResponseFilter(priority = RequestOrder.ENTITY_TAG)
    void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Tagged view) {
            byte[] json = tags.show(view);
            response.getHeaders().putSingle(HttpHeaders.ETAG, tags.of(json));
            response.setEntity(json);
        }
        // What is streamed has said its tag before.
        Object tag = response.getHeaders().getFirst(HttpHeaders.ETAG);
        if (tag != null && READING.contains(request.getMethod())) {
            answer(tag.toString(), response);
        }
    }

    private void answer(String tag, ContainerResponseContext response) {
        if (!preconditions.isExpected(tag)) {
            throw new ProblemException(CommonProblem.PRECONDITION_FAILED);
        } else if (preconditions.isKnown(tag)) {
            response.setStatus(StatusCode.NOT_MODIFIED);
            response.setEntity(null);
        }
    }
}

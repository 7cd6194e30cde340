package org.nestegg.goal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.http.Streaming;

/** Answers with trees of goals. */
@Singleton
class GoalTrees {

    private final ObjectMapper mapper;
    private final CurrentVertxRequest request;

    GoalTrees(ObjectMapper mapper, CurrentVertxRequest request) {
        this.mapper = mapper;
        this.request = request;
    }

    RestResponse<StreamingOutput> answerAll(GoalForest forest) {
        return answer(output -> forest.writeAll(output, mapper)).build();
    }

    /** With its entity tag: it is a single object. */
    RestResponse<StreamingOutput> answerTree(GoalForest tree) {
        return answer(output -> tree.writeTree(output, mapper))
                .header(HttpHeaders.ETAG, tree.tag())
                .build();
    }

    private ResponseBuilder<StreamingOutput> answer(StreamingOutput body) {
        return ResponseBuilder.ok(Streaming.of(request.getCurrent(), body))
                .header(HttpHeaders.CONTENT_TYPE, MediaTypes.JSON + ";charset=UTF-8");
    }
}

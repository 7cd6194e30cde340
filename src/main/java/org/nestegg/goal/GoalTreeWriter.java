package org.nestegg.goal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.http.Streaming;

/**
 * Answers with trees of goals. The goals themselves are read while they are written, some at a time in short transactions, so
 * that whoever is slow to take them keeps no connection.
 */
@Singleton
class GoalTreeWriter {

    /** So many are read at a time. */
    private static final int SLICE = 500;

    private final ObjectMapper mapper;
    private final CurrentVertxRequest request;

    GoalTreeWriter(ObjectMapper mapper, CurrentVertxRequest request) {
        this.mapper = mapper;
        this.request = request;
    }

    RestResponse<StreamingOutput> answerAll(GoalForest forest) {
        return answer(output -> writeAll(forest, output)).build();
    }

    /** With its entity tag: it is a single object. */
    RestResponse<StreamingOutput> answerTree(GoalForest tree) {
        return answer(output -> writeTree(tree, output))
                .header(HttpHeaders.ETAG, tree.tag())
                .build();
    }

    private ResponseBuilder<StreamingOutput> answer(StreamingOutput body) {
        return ResponseBuilder.ok(Streaming.of(request.getCurrent(), body))
                .header(HttpHeaders.CONTENT_TYPE, MediaTypes.JSON + ";charset=UTF-8");
    }

    /** Writes {@code {"items": [trees]}}. */
    private void writeAll(GoalForest forest, OutputStream output) throws IOException {
        try (JsonGenerator json = generator(output)) {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            writeTrees(forest, json);
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** Writes the only tree. */
    private void writeTree(GoalForest tree, OutputStream output) throws IOException {
        try (JsonGenerator json = generator(output)) {
            writeTrees(tree, json);
        }
    }

    /** What is half written is not completed: nobody is to take a part for the whole. */
    private JsonGenerator generator(OutputStream output) throws IOException {
        return mapper.getFactory()
                .createGenerator(output)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    private void writeTrees(GoalForest forest, JsonGenerator json) throws IOException {
        int open = 0;
        int missing = Integer.MAX_VALUE;
        List<GoalNode> preOrder = forest.preOrder();
        for (int from = 0; from < preOrder.size(); from += SLICE) {
            List<GoalNode> slice = preOrder.subList(from, Math.min(preOrder.size(), from + SLICE));
            Map<UUID, Goal> goals = read(forest, slice);
            for (GoalNode node : slice) {
                if (node.level > missing) {
                    continue;
                }
                // One that has gone since is left out, and what was below it has gone along or stands elsewhere now.
                Goal goal = goals.get(node.id);
                missing = goal == null ? node.level : Integer.MAX_VALUE;
                if (goal != null) {
                    close(json, open - node.level + 1);
                    open(goal, node, json);
                    open = node.level;
                }
            }
        }
        close(json, open);
    }

    private void open(Goal goal, GoalNode node, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeFields(GoalView.of(goal, node.totals(goal.currency.getCurrencyCode())), json);
        json.writeArrayFieldStart("children");
    }

    private static void close(JsonGenerator json, int levels) throws IOException {
        for (int i = 0; i < levels; i++) {
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static Map<UUID, Goal> read(GoalForest forest, List<GoalNode> slice) {
        List<UUID> ids = slice.stream().map(node -> node.id).toList();
        return QuarkusTransaction.requiringNew().call(() -> Goal.byId(forest.owner(), ids, forest.then()));
    }

    /** The fields of a goal stand beside its children, not in an object of their own. */
    private void writeFields(GoalView goal, JsonGenerator json) throws IOException {
        try (TokenBuffer buffer = new TokenBuffer(mapper, false)) {
            mapper.writeValue(buffer, goal);
            JsonParser fields = buffer.asParser();
            fields.nextToken();
            while (fields.nextToken() == JsonToken.FIELD_NAME) {
                json.copyCurrentStructure(fields);
            }
        }
    }
}

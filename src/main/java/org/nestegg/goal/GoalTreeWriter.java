package org.nestegg.goal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Writes trees without recursion: a deep tree needs no deep stack. The fields of a goal stand beside its children, not in an
 * object of their own.
 */
final class GoalTreeWriter extends JsonSerializer<GoalTree> {

    @Override
    public void serialize(GoalTree root, JsonGenerator json, SerializerProvider provider) throws IOException {
        JsonSerializer<Object> goals = provider.findValueSerializer(GoalView.class);
        Deque<Iterator<GoalTree>> open = new ArrayDeque<>();
        open.push(List.of(root).iterator());
        while (true) {
            if (open.peek().hasNext()) {
                GoalTree tree = open.peek().next();
                json.writeStartObject();
                writeFields(tree.goal(), goals, json, provider);
                json.writeArrayFieldStart("children");
                open.push(tree.children().iterator());
            } else {
                open.pop();
                if (open.isEmpty()) {
                    return;
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        }
    }

    /** By way of a buffer: serialisers that are generated in the build do not leave out the braces. */
    private static void writeFields(
            GoalView goal, JsonSerializer<Object> goals, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        try (TokenBuffer buffer = provider.bufferForValueConversion()) {
            goals.serialize(goal, buffer, provider);
            JsonParser fields = buffer.asParser();
            fields.nextToken();
            while (fields.nextToken() == JsonToken.FIELD_NAME) {
                json.copyCurrentStructure(fields);
            }
        }
    }

    /** After the serialisers that are generated in the build, in whose place it comes. */
    @Singleton
    static class Customizer implements ObjectMapperCustomizer {

        @Override
        public void customize(ObjectMapper mapper) {
            mapper.registerModule(new SimpleModule("goal-trees").addSerializer(GoalTree.class, new GoalTreeWriter()));
        }

        @Override
        public int priority() {
            return MINIMUM_PRIORITY;
        }
    }
}

package org.nestegg.goal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.nestegg.shared.condition.Tagged;

/** A goal with the goals below it. Writes itself without recursion: a deep tree needs no deep stack. */
record GoalTree(GoalView goal, List<GoalTree> children) implements JsonSerializable, Tagged {

    @Override
    public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
        JsonSerializer<Object> fields =
                provider.findValueSerializer(GoalView.class).unwrappingSerializer(NameTransformer.NOP);
        Deque<Iterator<GoalTree>> open = new ArrayDeque<>();
        open.push(List.of(this).iterator());
        while (true) {
            if (open.peek().hasNext()) {
                GoalTree tree = open.peek().next();
                json.writeStartObject();
                fields.serialize(tree.goal, json, provider);
                json.writeArrayFieldStart("children");
                open.push(tree.children.iterator());
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

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(json, provider);
    }
}

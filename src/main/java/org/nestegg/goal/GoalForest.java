package org.nestegg.goal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.nestegg.platform.digest.EntityTag;
import org.nestegg.platform.digest.Sha256;

/**
 * Goals nested as they are, to be written as JSON. How they stand and what they add up to is read by one statement and held
 * in little memory; the goals themselves are read while they are written, some at a time in short transactions, so that
 * whoever is slow to take them keeps no connection.
 */
final class GoalForest {

    /** So many are read at a time. */
    private static final int SLICE = 500;

    /** To be changed when a goal is shown in another way, because tags say what is shown. */
    private static final String FORM = "goal-tree-1";

    private final UUID owner;

    /** Each goal followed by those below it. */
    private final List<GoalNode> preOrder;

    private final byte[] digest;

    private GoalForest(UUID owner, List<GoalRow> rows, Predicate<GoalNode> matching, int depth) {
        this.owner = owner;
        MessageDigest state = Sha256.begin();
        state.update(FORM.getBytes(StandardCharsets.UTF_8));
        Map<UUID, GoalNode> nodes = new LinkedHashMap<>();
        for (GoalRow row : rows) {
            GoalNode node = new GoalNode(row.id());
            node.done = row.done();
            node.save(row.currency(), row.saved());
            nodes.put(row.id(), node);
            state.update(row.toBytes());
        }
        digest = state.digest();
        for (GoalRow row : rows) {
            GoalNode parent = nodes.get(row.parentId());
            if (parent != null) {
                nodes.get(row.id()).putBelow(parent);
                parent.children++;
            }
        }
        List<GoalNode> topDown = GoalNode.topDown(nodes.values());
        GoalNode.addUp(topDown);
        preOrder = preOrder(topDown, kept(topDown, matching, depth));
    }

    /** All trees of somebody. */
    static GoalForest of(UUID owner) {
        return of(owner, node -> true, Integer.MAX_VALUE);
    }

    /**
     * The trees of somebody, down to a depth, with the goals that match and those that lead to them.
     *
     * @param depth levels, at least 1
     */
    static GoalForest of(UUID owner, Predicate<GoalNode> matching, int depth) {
        return new GoalForest(owner, Subtree.forest(owner), matching, depth);
    }

    /** A goal with all that is below it; empty if there is no such goal. */
    static GoalForest below(UUID owner, UUID root) {
        return new GoalForest(owner, Subtree.rows(owner, root), node -> true, Integer.MAX_VALUE);
    }

    boolean isEmpty() {
        return preOrder.isEmpty();
    }

    /** The strong entity tag of what is shown: every change of a goal counts up its version, or changes its savings. */
    String tag() {
        return EntityTag.ofDigest(digest);
    }

    /** Writes {@code {"items": [trees]}}. */
    void writeAll(OutputStream output, ObjectMapper mapper) throws IOException {
        try (JsonGenerator json = generator(output, mapper)) {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            writeTrees(json, mapper);
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** Writes the only tree. */
    void writeTree(OutputStream output, ObjectMapper mapper) throws IOException {
        try (JsonGenerator json = generator(output, mapper)) {
            writeTrees(json, mapper);
        }
    }

    /** What is half written is not completed: nobody is to take a part for the whole. */
    private static JsonGenerator generator(OutputStream output, ObjectMapper mapper) throws IOException {
        return mapper.getFactory()
                .createGenerator(output)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    private void writeTrees(JsonGenerator json, ObjectMapper mapper) throws IOException {
        int open = 0;
        int missing = Integer.MAX_VALUE;
        for (int from = 0; from < preOrder.size(); from += SLICE) {
            List<GoalNode> slice = preOrder.subList(from, Math.min(preOrder.size(), from + SLICE));
            Map<UUID, Goal> goals = read(slice);
            for (GoalNode node : slice) {
                if (node.level > missing) {
                    continue;
                }
                // One that has gone since is left out, and what was below it has gone along or stands elsewhere now.
                Goal goal = goals.get(node.id);
                missing = goal == null ? node.level : Integer.MAX_VALUE;
                if (goal != null) {
                    close(json, open - node.level + 1);
                    open(goal, node, json, mapper);
                    open = node.level;
                }
            }
        }
        close(json, open);
    }

    private static void open(Goal goal, GoalNode node, JsonGenerator json, ObjectMapper mapper) throws IOException {
        json.writeStartObject();
        writeFields(GoalView.of(goal, node.totals(goal.currency.getCurrencyCode())), json, mapper);
        json.writeArrayFieldStart("children");
    }

    private static void close(JsonGenerator json, int levels) throws IOException {
        for (int i = 0; i < levels; i++) {
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private Map<UUID, Goal> read(List<GoalNode> slice) {
        List<UUID> ids = slice.stream().map(node -> node.id).toList();
        return QuarkusTransaction.requiringNew().call(() -> Goal.byId(owner, ids));
    }

    /** The fields of a goal stand beside its children, not in an object of their own. */
    private static void writeFields(GoalView goal, JsonGenerator json, ObjectMapper mapper) throws IOException {
        try (TokenBuffer buffer = new TokenBuffer(mapper, false)) {
            mapper.writeValue(buffer, goal);
            JsonParser fields = buffer.asParser();
            fields.nextToken();
            while (fields.nextToken() == JsonToken.FIELD_NAME) {
                json.copyCurrentStructure(fields);
            }
        }
    }

    /** Those that match down to a depth, and those that lead to them. */
    private static Set<GoalNode> kept(List<GoalNode> topDown, Predicate<GoalNode> matching, int depth) {
        Set<GoalNode> kept = new HashSet<>();
        for (GoalNode node : topDown.reversed()) {
            if (node.level <= depth
                    && (matching.test(node) || node.next.stream().anyMatch(kept::contains))) {
                kept.add(node);
            }
        }
        return kept;
    }

    private static List<GoalNode> preOrder(List<GoalNode> topDown, Set<GoalNode> kept) {
        List<GoalNode> ordered = new ArrayList<>(kept.size());
        Deque<GoalNode> open = new ArrayDeque<>();
        topDown.reversed().stream()
                .filter(node -> node.above == null && kept.contains(node))
                .forEach(open::push);
        while (!open.isEmpty()) {
            GoalNode node = open.pop();
            ordered.add(node);
            node.next.reversed().stream().filter(kept::contains).forEach(open::push);
        }
        return ordered;
    }

    /**
     * What is read of every goal.
     *
     * @param saved by its own contributions
     */
    record GoalRow(UUID id, UUID parentId, String currency, BigDecimal saved, boolean done, int version) {

        static GoalRow of(Object[] row) {
            return new GoalRow(
                    (UUID) row[0], (UUID) row[1], (String) row[2], (BigDecimal) row[3], (boolean) row[4], (int) row[5]);
        }

        private ByteBuffer toBytes() {
            return ByteBuffer.wrap(toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}

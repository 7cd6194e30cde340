package org.nestegg.goal;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.nestegg.change.AsOf;
import org.nestegg.platform.digest.EntityTag;
import org.nestegg.platform.digest.Sha256;

/**
 * Builds trees of goals: how they stand and what they add up to is read by one statement and held in little memory, some
 * hundred bytes for each goal.
 */
final class GoalTreeBuilder {

    /** To be changed when a goal is shown in another way, because tags say what is shown. */
    private static final String FORM = "goal-tree-2";

    private GoalTreeBuilder() {}

    /** All trees of somebody. */
    static GoalForest forest(UUID owner) {
        return forest(owner, Optional.empty(), node -> true, Integer.MAX_VALUE);
    }

    /**
     * The trees of somebody, down to a depth, with the goals that match and those that lead to them.
     *
     * @param then the time whose trees they are; nothing for now
     * @param depth levels, at least 1
     */
    static GoalForest forest(UUID owner, Optional<AsOf> then, Predicate<GoalNode> matching, int depth) {
        return build(
                owner,
                then,
                then.map(past -> past.check(GoalHistory.forest(past))).orElseGet(() -> Subtree.forest(owner)),
                matching,
                depth);
    }

    /** A goal with all that is below it; empty if there is no such goal. */
    static GoalForest below(UUID owner, UUID root) {
        return build(owner, Optional.empty(), Subtree.rows(owner, root), node -> true, Integer.MAX_VALUE);
    }

    private static GoalForest build(
            UUID owner, Optional<AsOf> then, List<GoalRow> rows, Predicate<GoalNode> matching, int depth) {
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
        for (GoalRow row : rows) {
            GoalNode parent = nodes.get(row.parentId());
            if (parent != null) {
                nodes.get(row.id()).putBelow(parent);
                parent.children++;
            }
        }
        List<GoalNode> topDown = GoalNode.topDown(nodes.values());
        GoalNode.addUp(topDown);
        return new GoalForest(
                owner, then, preOrder(topDown, kept(topDown, matching, depth)), EntityTag.ofDigest(state.digest()));
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
     * @param updatedAt changes with whatever else of it does
     */
    record GoalRow(UUID id, UUID parentId, String currency, BigDecimal saved, boolean done, Instant updatedAt) {

        static GoalRow of(Object[] row) {
            return new GoalRow(
                    (UUID) row[0], (UUID) row[1], (String) row[2], (BigDecimal) row[3], (boolean) row[4], (Instant)
                            row[5]);
        }

        private ByteBuffer toBytes() {
            return ByteBuffer.wrap(toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}

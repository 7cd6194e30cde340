package org.nestegg.goal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A goal's place among others, with the little that is needed to add up what follows from it for those above: some
 * hundred bytes, however long its texts are.
 */
final class GoalNode {

    final UUID id;

    /** The nearest of the others that it is below, if there is one. */
    GoalNode above;

    /** Those that it is the nearest above of. */
    final List<GoalNode> next = new ArrayList<>(0);

    /** 1 where nothing is above. */
    int level = 1;

    boolean done;
    int children;
    int below;
    int doneBelow;

    /** By currency. */
    private final Map<String, BigDecimal> saved = new HashMap<>(2);

    GoalNode(UUID id) {
        this.id = id;
    }

    void save(String currency, BigDecimal amount) {
        saved.merge(currency, amount, BigDecimal::add);
    }

    void putBelow(GoalNode nearest) {
        above = nearest;
        nearest.next.add(this);
    }

    GoalTotals totals(String currency) {
        return new GoalTotals(saved.getOrDefault(currency, BigDecimal.ZERO), children, below, doneBelow);
    }

    /** All of them, each after the one that it is below: a deep tree needs no deep stack. */
    static List<GoalNode> topDown(Collection<GoalNode> nodes) {
        List<GoalNode> ordered = new ArrayList<>(nodes.size());
        nodes.stream().filter(node -> node.above == null).forEach(ordered::add);
        for (int i = 0; i < ordered.size(); i++) {
            GoalNode node = ordered.get(i);
            node.level = node.above == null ? 1 : node.above.level + 1;
            ordered.addAll(node.next);
        }
        return ordered;
    }

    /** Adds each to the one that it is below, the lowest first. */
    static void addUp(List<GoalNode> topDown) {
        topDown.reversed().stream().filter(node -> node.above != null).forEach(GoalNode::addToAbove);
    }

    private void addToAbove() {
        saved.forEach(above::save);
        above.below += below + 1;
        above.doneBelow += doneBelow + (done ? 1 : 0);
    }
}

package org.nestegg.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Goals nested as they are, with what follows from the goals below each: how much is saved, how far it is, how many
 * children it has. Made in one pass over the goals, without recursion, so that depth costs no stack.
 */
final class Forest {

    private static final int PROGRESS_DECIMALS = 4;

    private final Map<UUID, Node> nodes = new LinkedHashMap<>();

    /** Every node after its parent. */
    private final List<Node> topDown = new ArrayList<>();

    private Forest(Collection<Goal> goals) {
        goals.stream()
                .sorted(Comparator.comparing(goal -> goal.id))
                .forEach(goal -> nodes.put(goal.id, new Node(goal)));
        for (Node node : nodes.values()) {
            node.parent = nodes.get(node.goal.parentId);
            if (node.parent == null) {
                topDown.add(node);
            } else {
                node.parent.children.add(node);
            }
        }
        for (int i = 0; i < topDown.size(); i++) {
            Node node = topDown.get(i);
            node.level = node.parent == null ? 1 : node.parent.level + 1;
            topDown.addAll(node.children);
        }
        topDown.reversed().forEach(Node::addToParent);
    }

    /** Nests goals. Whatever is below one of them must be among them, too. */
    static Forest of(Collection<Goal> goals) {
        return new Forest(goals);
    }

    /** The number of levels. */
    int height() {
        return topDown.isEmpty() ? 0 : topDown.getLast().level;
    }

    /** The goal at the top of the only tree. */
    GoalView root() {
        return topDown.getFirst().view();
    }

    /** A goal as callers see it; one that is not here, because it has just been deleted, by itself as it was. */
    GoalView view(Goal goal) {
        return nodes.getOrDefault(goal.id, new Node(goal)).view();
    }

    /** The trees, the whole of them. */
    List<GoalTree> trees() {
        return trees(goal -> true, Integer.MAX_VALUE);
    }

    /**
     * The trees, down to a depth, with the goals that match and those that lead to them.
     *
     * @param depth levels, at least 1
     */
    List<GoalTree> trees(Predicate<Goal> matching, int depth) {
        Map<Node, List<GoalTree>> kept = new HashMap<>();
        List<GoalTree> roots = new ArrayList<>();
        for (Node node : topDown.reversed()) {
            List<GoalTree> children = kept.getOrDefault(node, List.of());
            if (node.level <= depth && (matching.test(node.goal) || !children.isEmpty())) {
                (node.parent == null ? roots : kept.computeIfAbsent(node.parent, parent -> new ArrayList<>()))
                        .addFirst(new GoalTree(node.view(), children));
            }
        }
        return roots;
    }

    /** A goal and what follows from the goals below it. */
    private static final class Node {

        final Goal goal;
        final List<Node> children = new ArrayList<>();
        final Map<Currency, BigDecimal> saved = new HashMap<>();
        Node parent;
        int level;
        int below;
        int doneBelow;

        Node(Goal goal) {
            this.goal = goal;
            saved.put(goal.currency, goal.saved);
        }

        /** Called when everything below this has been added to it. */
        void addToParent() {
            if (parent != null) {
                saved.forEach((currency, amount) -> parent.saved.merge(currency, amount, BigDecimal::add));
                parent.below += below + 1;
                parent.doneBelow += doneBelow + (goal.isDone() ? 1 : 0);
            }
        }

        GoalView view() {
            BigDecimal total = saved.get(goal.currency);
            return GoalView.of(goal, total, progress(total), children.size());
        }

        /** Rounded down, so that only what is reached is 1. */
        private BigDecimal progress(BigDecimal total) {
            BigDecimal share = Optional.ofNullable(goal.targetAmount)
                    .map(target -> share(total.min(target), target))
                    .orElseGet(() -> below > 0
                            ? share(BigDecimal.valueOf(doneBelow), BigDecimal.valueOf(below))
                            : goal.isDone() ? BigDecimal.ONE : BigDecimal.ZERO);
            return share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
        }

        private static BigDecimal share(BigDecimal part, BigDecimal whole) {
            return part.divide(whole, PROGRESS_DECIMALS, RoundingMode.DOWN);
        }
    }
}

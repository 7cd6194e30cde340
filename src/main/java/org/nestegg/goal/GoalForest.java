package org.nestegg.goal;

import java.util.List;
import java.util.UUID;

/**
 * Goals nested as they are.
 *
 * @param preOrder each goal followed by those below it
 * @param tag the strong entity tag of what is shown: every change of a goal counts up its version, or changes its savings
 */
record GoalForest(UUID owner, List<GoalNode> preOrder, String tag) {

    boolean isEmpty() {
        return preOrder.isEmpty();
    }
}

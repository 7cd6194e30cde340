package org.nestegg.goal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.change.AsOf;

/**
 * Goals nested as they are.
 *
 * @param then the time at which they are so; nothing for now
 * @param preOrder each goal followed by those below it
 * @param tag the strong entity tag of what is shown: every change of a goal shows in its updatedAt, or changes its savings
 */
record GoalForest(UUID owner, Optional<AsOf> then, List<GoalNode> preOrder, String tag) {

    boolean isEmpty() {
        return preOrder.isEmpty();
    }
}

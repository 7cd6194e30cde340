package org.nestegg.goal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryReader;

/**
 * Which goals a list has.
 *
 * @param top only goals without a parent
 */
record GoalFilter(boolean top, Optional<UUID> parent, Optional<GoalStatus> status, Optional<String> text) {

    private static final String NO_PARENT = "none";

    static GoalFilter read(QueryReader query) {
        boolean top = query.text("parentId").filter(NO_PARENT::equals).isPresent();
        return new GoalFilter(
                top,
                top ? Optional.empty() : query.id("parentId"),
                query.choice("status", GoalStatus.values(), GoalStatus::code),
                query.text("q"));
    }

    Criteria criteria(UUID owner) {
        Criteria criteria = Criteria.ofOwner(owner)
                .and("parentId = :parent", "parent", parent)
                .andAnyContains(List.of("name", "description"), "text", text);
        status.ifPresent(s -> criteria.and(s.condition));
        return top ? criteria.and("parentId is null") : criteria;
    }
}

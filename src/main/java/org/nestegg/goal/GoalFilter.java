package org.nestegg.goal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/**
 * Which goals a list has.
 *
 * @param top only goals without a parent
 */
record GoalFilter(boolean top, Optional<UUID> parent, Optional<GoalStatus> status, Optional<String> text) {

    private static final QueryParameter<Optional<UUID>> PARENT = QueryParameter.idOr(
            "none", "parentId", "Only the goals directly below this one; none for those at the top");
    private static final QueryParameter<String> TEXT =
            QueryParameter.text("q", "Part of name or description, without case");

    /** How much of a tree is shown. */
    static final QueryParameter<Integer> DEPTH =
            QueryParameter.integer("depth", "Only so many levels", 1, Placement.MAX_DEPTH);

    /** How far a change of one goal goes. */
    static final QueryParameter<Boolean> CASCADE =
            QueryParameter.flag("cascade", "Whether it is done to all goals below it, too");

    static final List<QueryParameter<?>> PARAMETERS = List.of(GoalStatus.PARAMETER, PARENT, TEXT);

    static GoalFilter read(QueryReader query) {
        Optional<Optional<UUID>> parent = query.get(PARENT);
        return new GoalFilter(
                parent.filter(Optional::isEmpty).isPresent(),
                parent.flatMap(Function.identity()),
                query.get(GoalStatus.PARAMETER),
                query.get(TEXT));
    }

    Criteria criteria(UUID owner) {
        Criteria criteria = Criteria.ofOwner(owner)
                .and("parentId = :parent", "parent", parent)
                .andAnyContains(List.of("name", "description"), "text", text);
        status.ifPresent(s -> criteria.and(s.condition));
        return top ? criteria.and("parentId is null") : criteria;
    }
}

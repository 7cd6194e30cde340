package org.nestegg.bucketlist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/** Which items of a list are shown. */
record ItemFilter(UUID list, Optional<Boolean> done, Optional<String> text) {

    private static final QueryParameter<Boolean> DONE =
            QueryParameter.either("done", "Only items that are done, or only those that are not");
    private static final QueryParameter<String> TEXT =
            QueryParameter.text("q", "Part of name or description, without case");

    static final List<QueryParameter<?>> PARAMETERS = List.of(TEXT, DONE);

    static ItemFilter read(UUID list, QueryReader query) {
        return new ItemFilter(list, query.get(DONE), query.get(TEXT));
    }

    Criteria criteria(UUID owner) {
        Criteria criteria = Criteria.ofOwner(owner)
                .and("bucketlistId = :list", "list", list)
                .andAnyContains(List.of("name", "description"), "text", text);
        done.ifPresent(d -> criteria.and(d ? "doneAt is not null" : "doneAt is null"));
        return criteria;
    }
}

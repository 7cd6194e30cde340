package org.nestegg.bucketlist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryReader;

/** Which items of a list are shown. */
record ItemFilter(UUID list, Optional<Boolean> done, Optional<String> text) {

    static ItemFilter read(UUID list, QueryReader query) {
        return new ItemFilter(
                list,
                query.choice("done", new Boolean[] {true, false}, value -> Boolean.toString(value)),
                query.text("q"));
    }

    Criteria criteria(UUID owner) {
        Criteria criteria = Criteria.ofOwner(owner)
                .and("bucketlistId = :list", "list", list)
                .andAnyContains(List.of("name", "description"), "text", text);
        done.ifPresent(d -> criteria.and(d ? "doneAt is not null" : "doneAt is null"));
        return criteria;
    }
}

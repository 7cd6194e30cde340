package org.nestegg.bucketlist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/** Which bucket lists a list has. */
record BucketlistFilter(Optional<String> text) {

    private static final QueryParameter<String> TEXT = QueryParameter.text("q", "Part of the name, without case");

    static final List<QueryParameter<?>> PARAMETERS = List.of(TEXT);

    static BucketlistFilter read(QueryReader query) {
        return new BucketlistFilter(query.get(TEXT));
    }

    Criteria criteria(UUID owner) {
        return Criteria.ofOwner(owner).andAnyContains(List.of("name"), "text", text);
    }
}

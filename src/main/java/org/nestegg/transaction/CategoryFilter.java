package org.nestegg.transaction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/** Which of the categories in use a list has. */
record CategoryFilter(Optional<String> text) {

    private static final QueryParameter<String> TEXT = QueryParameter.text("q", "Part of the name, without case");

    static final List<QueryParameter<?>> PARAMETERS = List.of(TEXT);

    static CategoryFilter read(QueryReader query) {
        return new CategoryFilter(query.get(TEXT));
    }

    Criteria criteria(UUID owner) {
        return Criteria.ofOwner(owner).and("category is not null").andAnyContains(List.of("category"), "text", text);
    }
}

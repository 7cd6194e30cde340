package org.nestegg.identity;

import java.util.List;
import java.util.Optional;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/** Which users a list has. */
record UserFilter(Optional<String> text) {

    private static final QueryParameter<String> TEXT =
            QueryParameter.text("q", "Part of address or name, without case");

    static final List<QueryParameter<?>> PARAMETERS = List.of(TEXT);

    static UserFilter read(QueryReader query) {
        return new UserFilter(query.get(TEXT));
    }

    Criteria criteria() {
        return Criteria.ofAll().andAnyContains(List.of("email", "name"), "text", text);
    }
}

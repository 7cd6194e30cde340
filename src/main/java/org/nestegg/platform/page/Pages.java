package org.nestegg.platform.page;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

/** Reads from a request which page of a collection it asks for. */
@Singleton
public class Pages {

    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;

    public static final QueryParameter<Integer> LIMIT =
            QueryParameter.integer("limit", "Items on a page", 1, MAX_LIMIT).withDefault(DEFAULT_LIMIT);
    public static final QueryParameter<Boolean> COUNT = QueryParameter.flag("count", "Whether to say the total");
    public static final String CURSOR = "cursor";

    private final Cursors cursors;

    Pages(Cursors cursors) {
        this.cursors = cursors;
    }

    /** How many items a page is to have; a fault is remembered. */
    public static int limit(QueryReader query) {
        return query.get(LIMIT).orElse(DEFAULT_LIMIT);
    }

    /**
     * Reads {@code limit}, {@code count} and {@code cursor}, after the collection has read its filters.
     *
     * @throws ProblemException with {@code invalid-input} if any parameter that was read is at fault, filters included;
     *     with {@code invalid-cursor} if the cursor was not made for this owner, collection and filters
     */
    public PageRequest read(QueryReader query, UriInfo uri, UUID owner) {
        int limit = limit(query);
        boolean count = query.is(COUNT);
        query.check();
        Address address = Address.of(uri, owner);
        String context = address.context();
        List<String> after = Optional.ofNullable(uri.getQueryParameters().getFirst(CURSOR))
                .map(cursor -> cursors.open(cursor, context)
                        .orElseThrow(() -> new ProblemException(CommonProblem.INVALID_CURSOR)))
                .orElse(List.of());
        return new PageRequest(limit, count, after, key -> address.after(cursors.seal(key, context)));
    }
}

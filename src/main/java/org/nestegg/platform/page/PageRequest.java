package org.nestegg.platform.page;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Which page of a collection is asked for: its size, and the sort key of the last item of the page before it. */
public final class PageRequest {

    private final int limit;
    private final boolean count;
    private final List<String> after;
    private final Function<List<String>, String> next;

    PageRequest(int limit, boolean count, List<String> after, Function<List<String>, String> next) {
        this.limit = limit;
        this.count = count;
        this.after = after;
        this.next = next;
    }

    /** How many items the page has at most. */
    public int limit() {
        return limit;
    }

    /** How many rows to ask the database for: one more than the page has, to know whether there is another. */
    public int fetch() {
        return limit + 1;
    }

    /** The sort key after which the page starts; empty for the first page. */
    public List<String> after() {
        return after;
    }

    /**
     * The answer of a collection that is searched, whose page may be short and have another after it all the same.
     *
     * @param goOn the key after which the next page starts; empty if there is none
     * @param view the page, with the path of the next one, or null
     */
    public <V> RestResponse<V> answer(List<String> goOn, Function<String, V> view) {
        String path = goOn.isEmpty() ? null : next.apply(goOn);
        return linked(RestResponse.ResponseBuilder.ok(view.apply(path)), path);
    }

    /**
     * The answer: the page, with its {@code Link} to the next one (RFC 8288).
     *
     * @param rows up to {@link #fetch()} rows
     * @param key the sort key of a row, unique within the collection
     * @param total counts the collection; asked only if the request wants it
     */
    public <E, V> RestResponse<Page<V>> answer(
            List<E> rows, Function<E, V> view, Function<E, List<String>> key, LongSupplier total) {
        boolean more = rows.size() > limit;
        List<E> items = more ? rows.subList(0, limit) : rows;
        String path = more ? next.apply(key.apply(items.getLast())) : null;
        return linked(
                RestResponse.ResponseBuilder.ok(
                        new Page<>(items.stream().map(view).toList(), path, count ? total.getAsLong() : null)),
                path);
    }

    private static <V> RestResponse<V> linked(RestResponse.ResponseBuilder<V> response, String next) {
        return (next == null ? response : response.header("Link", "<" + next + ">; rel=\"next\"")).build();
    }
}

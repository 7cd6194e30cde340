package org.nestegg.change;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** What has happened to an object of the caller's, the newest first, also to one that has been deleted. */
@Singleton
public class History {

    /** That an object was created is known from itself, and from what was kept of it since. */
    private static final String ENTRIES = """
            select e.seq, case when count(*) = 1 then min(e.op) else 'changed' end as op from (
                    select seq, op from change_item where user_id = :owner and id = :id and type = '%2$s'
                    union
                    select created_seq, 'created' from change_item where user_id = :owner and id = :id and type = '%2$s'
                    union
                    select created_seq, 'created' from %1$s where user_id = :owner and id = :id) e
                where exists (select from change c where c.user_id = :owner and c.seq = e.seq)
                group by e.seq
            """;

    private final Pages pages;
    private final CurrentUser user;

    History(Pages pages, CurrentUser user) {
        this.pages = pages;
        this.user = user;
    }

    /**
     * The page that a request asks for, within a transaction.
     *
     * @param isMeant whether an object is the one that the path names, as it is or last was
     * @throws ProblemException with {@code not-found} if there is no such object, and was none that is known
     */
    public RestResponse<Page<HistoryView>> answer(RecordedType type, UUID id, Predicate<Row> isMeant, UriInfo uri) {
        PageRequest page = pages.read(new QueryReader(uri.getQueryParameters()), uri, user.id());
        AsOf.last(user.id(), type, id).filter(isMeant).orElseThrow(ProblemException::notFound);
        List<Entry> entries = entries(type, id, page);
        Map<Long, Change> changes =
                Change.all(user.id(), entries.stream().map(Entry::seq).toList());
        // Some may have been forgotten just now.
        entries =
                entries.stream().filter(entry -> changes.containsKey(entry.seq)).toList();
        List<Long> seqs =
                entries.stream().limit(page.fetch() - 1L).map(Entry::seq).toList();
        Map<Version, ?> views = type.views()
                .of(
                        user.id(),
                        AsOf.versions(
                                user.id(),
                                type,
                                seqs.stream().map(seq -> new Version(seq, id)).toList()));
        return page.answer(
                entries,
                entry -> view(entry, changes.get(entry.seq), views.get(new Version(entry.seq, id))),
                entry -> List.of(Long.toString(entry.seq)),
                () -> count(type, id));
    }

    private List<Entry> entries(RecordedType type, UUID id, PageRequest page) {
        boolean first = page.after().isEmpty();
        var query = Panache.getSession()
                .createNativeQuery(
                        "select * from (" + sql(type) + ") e" + (first ? "" : " where seq < :after")
                                + " order by seq desc limit " + page.fetch(),
                        Object[].class)
                .setParameter("owner", user.id())
                .setParameter("id", id);
        if (!first) {
            query.setParameter("after", Long.valueOf(page.after().getFirst()));
        }
        return query.getResultList().stream()
                .map(row -> new Entry((long) row[0], ItemOp.of((String) row[1])))
                .toList();
    }

    private long count(RecordedType type, UUID id) {
        return Panache.getSession()
                .createNativeQuery("select count(*) from (" + sql(type) + ") e", Long.class)
                .setParameter("owner", user.id())
                .setParameter("id", id)
                .getSingleResult();
    }

    private static String sql(RecordedType type) {
        return ENTRIES.formatted(type.table(), type.name());
    }

    private static HistoryView view(Entry entry, Change change, Object object) {
        return new HistoryView(entry.seq, change.at, change.actor(), entry.op, object);
    }

    private record Entry(long seq, ItemOp op) {}
}

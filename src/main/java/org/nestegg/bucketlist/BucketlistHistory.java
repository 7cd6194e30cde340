package org.nestegg.bucketlist;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.change.AsOf;
import org.nestegg.change.RecordedType;
import org.nestegg.change.Row;
import org.nestegg.change.Version;

/** How bucket lists and their items are remembered, and how many items lists had, then. */
final class BucketlistHistory {

    static final RecordedType LIST = RecordedType.of(
                    "bucketlist", "bucketlist", 40, BucketlistHistory::lists, "name", "created_at", "updated_at")
            .withTwin("lower(t.name) = lower(r.name)")
            .checked(Bucketlist::tooMany);

    static final RecordedType ITEM = RecordedType.of(
                    "bucketlist-item",
                    "bucketlist_item",
                    50,
                    BucketlistHistory::items,
                    "bucketlist_id",
                    "name",
                    "description",
                    "done_at",
                    "goal_id",
                    "created_at",
                    "updated_at")
            .referring(Map.of("bucketlist_id", "bucketlist", "goal_id", "goal"))
            .withTwin("t.goal_id = r.goal_id")
            .checked(BucketlistItem::outOfStep);

    private static final String COUNTS = """
            select v.at, v.id, count(*), count(i.done_at)
                from unnest(cast(:seqs as bigint[]), cast(:ids as uuid[])) v (at, id)
                cross join lateral %s i where i.bucketlist_id = v.id group by v.at, v.id
            """.formatted(AsOf.rows(ITEM, "v.at"));

    private BucketlistHistory() {}

    private static Map<Version, BucketlistView> lists(UUID owner, Map<Version, Row> rows) {
        Map<Version, Object[]> counts = new HashMap<>();
        if (!rows.isEmpty()) {
            Panache.getSession()
                    .createNativeQuery(COUNTS, Object[].class)
                    .setParameter("owner", owner)
                    .setParameter(
                            "seqs", rows.keySet().stream().map(Version::seq).toArray(Long[]::new))
                    .setParameter("ids", rows.keySet().stream().map(Version::id).toArray(UUID[]::new))
                    .getResultList()
                    .forEach(row -> counts.put(new Version((long) row[0], (UUID) row[1]), row));
        }
        Object[] none = {null, null, 0L, 0L};
        return rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> {
            Object[] count = counts.getOrDefault(row.getKey(), none);
            return BucketlistView.of(
                    new Bucketlist.Counted(new Bucketlist(row.getValue()), (long) count[2], (long) count[3]));
        }));
    }

    private static Map<Version, ItemView> items(UUID owner, Map<Version, Row> rows) {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, row -> ItemView.of(new BucketlistItem(row.getValue()))));
    }
}

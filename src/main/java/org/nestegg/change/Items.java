package org.nestegg.change;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** What changes did to which objects. */
@Singleton
class Items {

    /** So many of a change are shown in a list of changes. */
    static final int SHOWN = 100;

    private final RecordedTypes types;
    private final String of;

    Items(RecordedTypes types) {
        this.types = types;
        // What has been created is what says so, and, of what has been deleted since, what was kept then.
        of = """
                select seq, type, id, op from change_item where user_id = :owner and seq = any(:seqs)
                union all
                select created_seq, type, id, 'created' from change_item
                    where user_id = :owner and op = 'deleted' and created_seq > 0 and created_seq = any(:seqs)
                """
                + types.all().stream()
                        .map(type -> " union all select created_seq, '" + type.name() + "', id, 'created' from "
                                + type.table()
                                + " where user_id = :owner and created_seq > 0 and created_seq = any(:seqs)")
                        .collect(Collectors.joining());
    }

    /**
     * The first items of a change.
     *
     * @param count how many there are in all
     */
    record Listed(List<ItemView> first, int count) {

        static final Listed NONE = new Listed(List.of(), 0);
    }

    /** The first items of each of some changes, by seq. */
    Map<Long, Listed> first(UUID owner, List<Long> seqs) {
        Map<Long, List<ItemView>> items = new HashMap<>();
        Map<Long, Integer> counts = new HashMap<>();
        if (!seqs.isEmpty()) {
            query(
                            "select seq, type, id, op, n from (select i.*, count(*) over (partition by seq) as n,"
                                    + " row_number() over (partition by seq order by type, id) as place from (" + of
                                    + ") i) i where place <= " + SHOWN + " order by seq, type, id",
                            owner,
                            seqs)
                    .getResultList()
                    .forEach(row -> {
                        items.computeIfAbsent((long) row[0], _ -> new ArrayList<>())
                                .add(item(row));
                        counts.put((long) row[0], ((Number) row[4]).intValue());
                    });
        }
        return items.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new Listed(entry.getValue(), counts.get(entry.getKey()))));
    }

    /**
     * Some items of a change, in one order.
     *
     * @param after type and id of the item to start after; empty for the start
     */
    List<ItemView> page(UUID owner, long seq, List<String> after, int most) {
        var query = query(
                "select * from (" + of + ") i" + (after.isEmpty() ? "" : " where (type, id) > (:type, :id)")
                        + " order by type, id limit " + most,
                owner,
                List.of(seq));
        if (!after.isEmpty()) {
            query.setParameter("type", after.getFirst()).setParameter("id", UUID.fromString(after.getLast()));
        }
        return query.getResultList().stream().map(Items::item).toList();
    }

    /** All items of a change. */
    List<ItemView> all(UUID owner, long seq) {
        return query(of, owner, List.of(seq)).getResultList().stream()
                .map(Items::item)
                .toList();
    }

    /** Which of some changes have an item of a kind. */
    Set<Long> having(UUID owner, List<Long> seqs, String type) {
        return new HashSet<>(Panache.getSession()
                .createNativeQuery("select distinct seq from (" + of + ") i where type = :type", Long.class)
                .setParameter("owner", owner)
                .setParameter("seqs", seqs.toArray(Long[]::new))
                .setParameter("type", type)
                .getResultList());
    }

    /** Items with their objects as they were before and after a change. */
    List<ItemView.InFull> inFull(UUID owner, long seq, List<ItemView> items) {
        Map<Version, Object> views = new HashMap<>();
        items.stream().collect(Collectors.groupingBy(ItemView::type)).forEach((name, ofType) -> {
            List<Version> versions = new ArrayList<>();
            ofType.forEach(item -> {
                versions.add(new Version(seq - 1, item.id()));
                versions.add(new Version(seq, item.id()));
            });
            RecordedType type = types.named(name);
            views.putAll(type.views().of(owner, AsOf.versions(owner, type, versions)));
        });
        return items.stream()
                .map(item -> new ItemView.InFull(
                        item.type(),
                        item.id(),
                        item.op(),
                        views.get(new Version(seq - 1, item.id())),
                        views.get(new Version(seq, item.id()))))
                .toList();
    }

    private static NativeQuery<Object[]> query(String sql, UUID owner, List<Long> seqs) {
        return Panache.getSession()
                .createNativeQuery(sql, Object[].class)
                .setParameter("owner", owner)
                .setParameter("seqs", seqs.toArray(Long[]::new));
    }

    private static ItemView item(Object[] row) {
        return new ItemView((String) row[1], (UUID) row[2], ItemOp.of((String) row[3]));
    }
}

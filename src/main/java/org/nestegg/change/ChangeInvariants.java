package org.nestegg.change;

import java.util.stream.Collectors;
import org.nestegg.platform.operation.Invariant;

/** What holds of changes, and of the rows that they remember, see V19. What has been forgotten is not there to be compared. */
final class ChangeInvariants {

    static final Invariant NEWEST = new Invariant("newest-changes", """
            select c.user_id, 'feed_head' as object,
                    coalesce(cast(h.seq as text), 'no row') as kept, cast(c.seq as text) as found
                from (select user_id, max(seq) as seq from change group by user_id) c
                left join feed_head h on h.user_id = c.user_id
                where h.seq is distinct from c.seq
            """);

    static final Invariant GAPLESS = new Invariant("gapless-changes", """
            select user_id, 'changes ' || min(seq) || ' to ' || max(seq) as object,
                    cast(max(seq) - min(seq) + 1 as text) as kept, cast(count(*) as text) as found
                from change group by user_id having max(seq) - min(seq) + 1 <> count(*)
            """);

    static final Invariant TIMES = new Invariant("times-of-changes", """
            select user_id, 'change ' || seq as object,
                    cast(at as text) as kept, before || ' before it' as found
                from (select user_id, seq, at, lag(at) over (partition by user_id order by seq) as before from change) c
                where at < before
            """);

    static final Invariant CREATIONS_OF_ITEMS = new Invariant("creations-of-items", """
            select user_id, type || ' ' || id || ' in change ' || seq as object,
                    'created in ' || created_seq as kept, 'there before ' || seq as found
                from change_item where created_seq >= seq
            """);

    private static final String CREATIONS_OF_OBJECTS = """
            select t.user_id, '%2$s ' || t.id as object,
                    'created in ' || t.created_seq as kept, coalesce(h.seq, 0) || ' changes' as found
                from %1$s t left join feed_head h on h.user_id = t.user_id
                where t.created_seq > coalesce(h.seq, 0)
            """;

    /** By hand, a row may be deleted and inserted again in one change: then it is there since the change that deleted it. */
    private static final String OBJECTS_OF_ITEMS = """
            select i.user_id, '%2$s ' || i.id as object,
                    i.op || ' in ' || i.seq as kept, coalesce('row created in ' || t.created_seq, 'no row') as found
                from (
                    select distinct on (user_id, id) user_id, id, seq, op from change_item
                        where type = '%2$s' order by user_id, id, seq desc) i
                left join %1$s t on t.user_id = i.user_id and t.id = i.id
                where case i.op when 'changed' then t.id is null else t.created_seq < i.seq end
            """;

    private ChangeInvariants() {}

    /** No row says that it was created by a change that there has not been yet. */
    static Invariant creationsOfObjects(RecordedTypes types) {
        return ofEach(types, "creations-of-objects", CREATIONS_OF_OBJECTS);
    }

    /** What was changed last is there; what was deleted last is not, unless it was created again. */
    static Invariant objectsOfItems(RecordedTypes types) {
        return ofEach(types, "objects-of-items", OBJECTS_OF_ITEMS);
    }

    private static Invariant ofEach(RecordedTypes types, String name, String sql) {
        return new Invariant(
                name,
                types.all().stream()
                        .map(type -> sql.formatted(type.table(), type.name()))
                        .collect(Collectors.joining(" union all ")));
    }
}

package org.nestegg.goal;

import io.quarkus.hibernate.orm.panache.Panache;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.change.AsOf;
import org.nestegg.change.RecordedType;
import org.nestegg.change.Row;
import org.nestegg.change.Version;

/** How goals and contributions are remembered, and what followed for goals from those below them, then. */
final class GoalHistory {

    static final RecordedType GOAL = RecordedType.of(
                    "goal",
                    "goal",
                    20,
                    GoalHistory::goals,
                    "parent_id",
                    "name",
                    "description",
                    "start_at",
                    "end_at",
                    "target_amount",
                    "currency",
                    "target_date",
                    "created_at",
                    "updated_at")
            .deriving("saved")
            .referring(Map.of("parent_id", "goal"))
            .withTwin("t.parent_id is not distinct from r.parent_id and t.name = r.name")
            .checked(Goal::misplaced);

    static final RecordedType CONTRIBUTION = RecordedType.of(
                    "contribution", "contribution", 30, GoalHistory::contributions)
            .referring(Map.of("goal_id", "goal", "transaction_id", "transaction"))
            .checked(Contribution::tooMany);

    /**
     * As goals stood at each of some moments, and what was set aside for each. All that there was is read once, each version with
     * the time in which it was so: from the change that made it to the one that ended it. A contribution never changes.
     */
    private static final String THEN = """
            with recursive moment as (select distinct at from unnest(cast(:seqs as bigint[])) v (at)),
            since as (select min(at) as at from moment),
            goal_version as materialized (
                select g.id, g.parent_id, g.currency, g.end_at is not null as done,
                        greatest(g.created_seq, i.seq) as begun, cast(null as bigint) as ended
                    from goal g left join (
                        select id, max(seq) as seq from change_item
                            where user_id = :owner and type = 'goal' and seq > (select at from since) group by id) i on i.id = g.id
                    where g.user_id = :owner
                union all
                select id, cast(before ->> 'parent_id' as uuid), before ->> 'currency', before ->> 'end_at' is not null,
                        greatest(created_seq, lag(seq) over (partition by id order by seq)), seq
                    from change_item where user_id = :owner and type = 'goal' and seq > (select at from since)),
            gift as (
                select goal_id, amount, created_seq as begun, cast(null as bigint) as ended
                    from contribution where user_id = :owner
                union all
                select cast(before ->> 'goal_id' as uuid), cast(before ->> 'amount' as numeric), created_seq, seq
                    from change_item where user_id = :owner and type = 'contribution' and seq > (select at from since)),
            """;

    /**
     * As {@code Subtree} adds up what is below goals now: one that is met below another says what is below it by itself. What was
     * never below any of them is left out early.
     */
    private static final String TOTALS = THEN + """
            root as (select v.at, v.id from unnest(cast(:seqs as bigint[]), cast(:ids as uuid[])) v (at, id)),
            near as (
                select id from root
                union
                select v.id from near n join goal_version v on v.parent_id = n.id
            ),
            stood as materialized (
                select m.at, v.id, v.parent_id, v.currency, v.done
                    from moment m join goal_version v on v.begun <= m.at and (v.ended is null or v.ended > m.at)
                    where v.id in (select id from near)),
            set_aside as materialized (
                select m.at, g.goal_id, sum(g.amount) as saved
                    from moment m join gift g on g.begun <= m.at and (g.ended is null or g.ended > m.at)
                    where g.goal_id in (select id from near) group by m.at, g.goal_id),
            part as (
                select s.at, s.id as root, s.id, cast(null as uuid) as parent_id, s.currency, false as done, false as other
                    from stood s join root r on r.at = s.at and r.id = s.id
                union all
                select p.at, p.root, s.id, p.id, s.currency, s.done,
                        exists (select from root r where r.at = s.at and r.id = s.id)
                    from part p join stood s on s.at = p.at and s.parent_id = p.id
                    where not p.other
            )
            select p.at, p.root, cast(null as uuid), p.currency, coalesce(sum(a.saved), 0), count(p.parent_id),
                    count(*) filter (where p.done), count(*) filter (where p.parent_id = p.root)
                from part p left join set_aside a on a.at = p.at and a.goal_id = p.id
                where not p.other group by p.at, p.root, p.currency
            union all
            select at, root, id, null, null, null, cast(done as integer), cast(parent_id = root as integer)
                from part where other
            """;

    private static final String FOREST = THEN + """
            set_aside as (
                select g.goal_id, sum(g.amount) as saved from moment m
                    join gift g on g.begun <= m.at and (g.ended is null or g.ended > m.at) group by g.goal_id)
            select v.id, v.parent_id, v.currency, coalesce(a.saved, 0), v.done, cast(null as timestamptz)
                from moment m join goal_version v on v.begun <= m.at and (v.ended is null or v.ended > m.at)
                left join set_aside a on a.goal_id = v.id order by v.id
            """;

    private GoalHistory() {}

    /** All goals of an owner, by id, as they were. */
    static List<GoalTreeBuilder.GoalRow> forest(AsOf then) {
        return Panache.getSession()
                .createNativeQuery(FOREST, Object[].class)
                .setParameter("owner", then.owner())
                .setParameter("seqs", new Long[] {then.seq()})
                .getResultList()
                .stream()
                .map(GoalTreeBuilder.GoalRow::of)
                .toList();
    }

    private static Map<Version, GoalView> goals(UUID owner, Map<Version, Row> rows) {
        Map<Version, Goal> goals =
                rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> new Goal(row.getValue())));
        Map<Version, GoalNode> nodes = totals(owner, List.copyOf(rows.keySet()));
        return goals.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        goal -> GoalView.of(
                                goal.getValue(),
                                nodes.get(goal.getKey())
                                        .totals(goal.getValue().currency.getCurrencyCode()))));
    }

    private static Map<Version, GoalNode> totals(UUID owner, List<Version> versions) {
        Map<Version, GoalNode> nodes = new HashMap<>();
        versions.forEach(version -> nodes.put(version, new GoalNode(version.id())));
        if (!versions.isEmpty()) {
            Panache.getSession()
                    .createNativeQuery(TOTALS, Object[].class)
                    .setParameter("owner", owner)
                    .setParameter("seqs", versions.stream().map(Version::seq).toArray(Long[]::new))
                    .setParameter("ids", versions.stream().map(Version::id).toArray(UUID[]::new))
                    .getResultList()
                    .forEach(row -> add(row, nodes));
        }
        GoalNode.addUp(GoalNode.topDown(nodes.values()));
        return nodes;
    }

    private static void add(Object[] row, Map<Version, GoalNode> nodes) {
        long at = (long) row[0];
        GoalNode root = nodes.get(new Version(at, (UUID) row[1]));
        root.children += number(row[7]);
        if (row[2] == null) {
            root.save((String) row[3], (BigDecimal) row[4]);
            root.below += number(row[5]);
            root.doneBelow += number(row[6]);
        } else {
            GoalNode other = nodes.get(new Version(at, (UUID) row[2]));
            other.done = number(row[6]) > 0;
            other.putBelow(root);
        }
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static Map<Version, ContributionView> contributions(UUID owner, Map<Version, Row> rows) {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> ContributionView.of(new Contribution(row.getValue()))));
    }
}

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
                    "updated_at")
            .deriving("saved")
            .referring(Map.of("parent_id", "goal"))
            .withTwin("t.parent_id is not distinct from r.parent_id and t.name = r.name")
            .checked(Goal::misplaced);

    static final RecordedType CONTRIBUTION = RecordedType.of(
                    "contribution", "contribution", 30, GoalHistory::contributions)
            .referring(Map.of("goal_id", "goal", "transaction_id", "transaction"))
            .checked(Contribution::tooMany);

    /** As goals stood, and what was set aside for each, at the times {@code m.at}. */
    private static final String THEN = """
            recursive moment as (select distinct at from unnest(cast(:seqs as bigint[])) v (at)),
            stood as materialized (
                select m.at, g.id, g.parent_id, g.currency, g.end_at is not null as done
                    from moment m cross join lateral %s g),
            set_aside as materialized (
                select m.at, c.goal_id, sum(c.amount) as saved
                    from moment m cross join lateral %s c group by m.at, c.goal_id)
            """.formatted(AsOf.rows(GOAL, "m.at"), AsOf.rows(CONTRIBUTION, "m.at"));

    /** As {@code Subtree} adds up what is below goals now: one that is met below another says what is below it by itself. */
    private static final String TOTALS = "with " + THEN + """
            , root as (select v.at, v.id from unnest(cast(:seqs as bigint[]), cast(:ids as uuid[])) v (at, id)),
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

    private static final String FOREST = "with " + THEN + """
            select s.id, s.parent_id, s.currency, coalesce(a.saved, 0), s.done, cast(null as timestamptz)
                from stood s left join set_aside a on a.goal_id = s.id order by s.id
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

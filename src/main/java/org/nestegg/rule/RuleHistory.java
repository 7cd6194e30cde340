package org.nestegg.rule;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.change.AsOf;
import org.nestegg.change.RecordedType;
import org.nestegg.change.Row;
import org.nestegg.change.Version;

/** How rules are remembered, and at which position they stood then. */
final class RuleHistory {

    static final RecordedType TYPE = RecordedType.of(
                    "rule",
                    "rule",
                    60,
                    RuleHistory::views,
                    "name",
                    "place",
                    "match_kind",
                    "match_text",
                    "match_type",
                    "match_account_id",
                    "match_least",
                    "match_most",
                    "set_description",
                    "set_category",
                    "add_tags",
                    "set_notes",
                    "skip",
                    "stop",
                    "created_at",
                    "updated_at")
            .checked(Rule::tooMany);

    private static final String POSITIONS = """
            select v.at, v.id, count(*)
                from unnest(cast(:seqs as bigint[]), cast(:ids as uuid[]), cast(:places as numeric[])) v (at, id, place)
                cross join lateral %s r where (r.place, r.id) <= (v.place, v.id) group by v.at, v.id
            """.formatted(AsOf.rows(TYPE, "v.at"));

    private RuleHistory() {}

    private static Map<Version, RuleView> views(UUID owner, Map<Version, Row> rows) {
        Map<Version, Rule> rules =
                rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> new Rule(row.getValue())));
        Map<Version, Long> positions = positions(owner, rules);
        return rules.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        rule -> RuleView.of(new Rule.Placed(rule.getValue(), positions.get(rule.getKey())))));
    }

    private static Map<Version, Long> positions(UUID owner, Map<Version, Rule> rules) {
        Map<Version, Long> positions = new HashMap<>();
        if (!rules.isEmpty()) {
            List<Version> versions = List.copyOf(rules.keySet());
            Panache.getSession()
                    .createNativeQuery(POSITIONS, Object[].class)
                    .setParameter("owner", owner)
                    .setParameter("seqs", versions.stream().map(Version::seq).toArray(Long[]::new))
                    .setParameter("ids", versions.stream().map(Version::id).toArray(UUID[]::new))
                    .setParameter(
                            "places",
                            versions.stream()
                                    .map(version -> rules.get(version).place.toPlainString())
                                    .toArray(String[]::new))
                    .getResultList()
                    .forEach(row -> positions.put(new Version((long) row[0], (UUID) row[1]), (long) row[2]));
        }
        return positions;
    }
}

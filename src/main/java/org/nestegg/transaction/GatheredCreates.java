package org.nestegg.transaction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nestegg.change.Actor;
import org.nestegg.change.Recording;
import org.nestegg.platform.database.Gathering;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.problem.Causes;
import org.nestegg.platform.problem.SqlFailure;

/** Writes what many users create at the same time by one statement, each a change of its own. */
@Singleton
@Unremovable
class GatheredCreates {

    private static final String CREATE = "select created_id, change_seq"
            + " from create_transactions(cast(:owners as uuid[]), cast(:entries as json))";

    private final Gathering<Entry, OptionalLong> gathering;
    private final boolean enabled;

    GatheredCreates(
            @ConfigProperty(name = "nestegg.gathering.enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.datasource.jdbc.acquisition-timeout") Duration patience) {
        this.enabled = enabled;
        gathering = new Gathering<>(entry -> entry.opening.owner(), GatheredCreates::write, patience);
    }

    private record Entry(Recording.Opening opening, Transaction transaction) {}

    /**
     * Creates a transaction that is new and has its id, as a change of its own.
     *
     * @return the number of the change; empty if nothing has been done, and it is to be done alone
     */
    static OptionalLong create(Recording.Opening opening, Transaction transaction) {
        GatheredCreates gathered =
                Arc.container().instance(GatheredCreates.class).get();
        // What it is known by elsewhere may be taken, which would be a failure of all.
        return gathered.enabled && transaction.externalId == null
                ? gathered.gathering.ask(new Entry(opening, transaction))
                : OptionalLong.empty();
    }

    private static List<OptionalLong> write(List<Entry> entries) {
        Map<UUID, Long> seqs;
        try {
            seqs = Sql.alone(
                            CREATE,
                            Map.of("owners", owners(entries), "entries", json(entries)),
                            row -> Map.entry(row.id(), row.number()))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (PersistenceException e) {
            if (!isOfOne(e)) {
                throw e;
            }
            seqs = Map.of();
        }
        return outcomes(entries, seqs);
    }

    private static List<OptionalLong> outcomes(List<Entry> entries, Map<UUID, Long> seqs) {
        return entries.stream()
                .map(entry -> Optional.ofNullable(seqs.get(entry.transaction.id))
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()))
                .toList();
    }

    /** Whether the others need not fail because one does. */
    private static boolean isOfOne(PersistenceException failure) {
        return Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(SqlFailure::isRefusal);
    }

    private static List<UUID> owners(List<Entry> entries) {
        return entries.stream().map(entry -> entry.opening.owner()).distinct().toList();
    }

    private static String json(List<Entry> entries) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode(entries.size());
        for (Entry entry : entries) {
            Actor actor = entry.opening.actor();
            TransactionRows.add(rows, entry.transaction)
                    .put("user_id", entry.opening.owner().toString())
                    .put("kind", entry.opening.kind())
                    .put("actor_type", actor.type().code())
                    .put("actor_id", TransactionRows.text(actor.id()))
                    .put("actor_name", actor.name());
        }
        return rows.toString();
    }
}

package org.nestegg.transaction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nestegg.change.Actor;
import org.nestegg.change.Recording;
import org.nestegg.platform.database.Gathering;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.security.Defaults;

/** Writes what many users create at the same time by one statement, each a change of its own. */
@Singleton
@Unremovable
class GatheredCreates {

    private static final String CREATE = "select created_id, change_seq"
            + " from create_transactions(cast(:owners as uuid[]), cast(:entries as json))";

    private final Gathering<Entry, Optional<Long>> gathering;

    GatheredCreates(@ConfigProperty(name = "nestegg.gathering.enabled") boolean enabled) {
        gathering = new Gathering<>(enabled, GatheredCreates::write);
    }

    private record Entry(Recording.Opening opening, Transaction transaction) {}

    /** Whether it is any use to ask: what something is known by elsewhere may be taken, which would be a failure of all. */
    static boolean takes(TransactionInput input) {
        return gathering().isEnabled() && input.externalId() == null;
    }

    private static Gathering<Entry, Optional<Long>> gathering() {
        return Arc.container().instance(GatheredCreates.class).get().gathering;
    }

    /**
     * Creates a transaction, as a change of its own. Its account is looked at first; should it be closed or get another currency
     * since, nothing is done.
     *
     * @return nothing if nothing has been done, and it is to be done alone
     * @throws org.nestegg.platform.problem.ProblemException as {@link Transaction#draft} does
     */
    static Optional<Recording.Given<Transaction>> create(
            Recording.Opening opening, TransactionInput input, Defaults own) {
        // Not as a part of this transaction, which would hold a connection until all is done.
        NamedAccounts accounts = input.accountId() == null
                ? NamedAccounts.NONE
                : Sql.apart(() -> NamedAccounts.of(opening.owner(), input));
        Transaction transaction = Transaction.draft(opening.owner(), input, own, accounts);
        transaction.stampNew();
        Optional<Long> seq = gathering().ask(new Entry(opening, transaction)).flatMap(made -> made);
        seq.ifPresent(_ -> transaction.tally());
        return seq.map(number -> new Recording.Given<>(number, transaction));
    }

    /** The number of the change of each, if it has been made. */
    private static List<Optional<Long>> write(List<Entry> entries) {
        Map<UUID, Long> seqs = Sql.alone(
                        CREATE,
                        Map.of("owners", owners(entries), "entries", json(entries)),
                        row -> Map.entry(row.id(), row.number()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return entries.stream()
                .map(entry -> Optional.ofNullable(seqs.get(entry.transaction.id)))
                .toList();
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

package org.nestegg.transaction;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nestegg.platform.database.Gathering;
import org.nestegg.platform.database.Sql;

/** Reads single transactions that many ask for at the same time by one statement. */
@Singleton
@Unremovable
class GatheredReads {

    private static final String ONE = TransactionView.SELECT + " and id = :id";

    private static final String MANY = "select user_id, " + TransactionView.COLUMNS + " from transaction"
            + " join unnest(cast(:owners as uuid[]), cast(:ids as uuid[])) k (owner, wanted) on user_id = owner and id = wanted";

    private final Gathering<Key, Optional<TransactionView>> gathering;

    GatheredReads(@ConfigProperty(name = "nestegg.gathering.enabled") boolean enabled) {
        gathering = new Gathering<>(enabled, GatheredReads::read);
    }

    private record Key(UUID owner, UUID id) {}

    private record Found(Key key, TransactionView view) {}

    /** What is shown of a transaction of the owner's, if there is one. */
    static Optional<TransactionView> read(UUID owner, UUID id) {
        Key key = new Key(owner, id);
        return Arc.container()
                .instance(GatheredReads.class)
                .get()
                .gathering
                .ask(key)
                .orElseGet(() -> readAlone(key));
    }

    private static Optional<TransactionView> readAlone(Key key) {
        return Sql.first(ONE, Map.of("owner", key.owner, "id", key.id), TransactionView::read);
    }

    private static List<Optional<TransactionView>> read(List<Key> keys) {
        if (keys.size() == 1) {
            return List.of(readAlone(keys.getFirst()));
        }
        Map<Key, TransactionView> found = Sql.list(
                        MANY,
                        Map.of(
                                "owners", keys.stream().map(Key::owner).toList(),
                                "ids", keys.stream().map(Key::id).toList()),
                        row -> {
                            UUID owner = row.id();
                            TransactionView view = TransactionView.read(row);
                            return new Found(new Key(owner, view.id()), view);
                        })
                .stream()
                .collect(Collectors.toMap(Found::key, Found::view, (one, _) -> one));
        return keys.stream().map(key -> Optional.ofNullable(found.get(key))).toList();
    }
}

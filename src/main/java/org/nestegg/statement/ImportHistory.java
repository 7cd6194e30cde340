package org.nestegg.statement;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.change.RecordedType;
import org.nestegg.change.Row;
import org.nestegg.change.Version;
import org.nestegg.platform.language.Languages;

/** How imports are remembered: what became of them. What a plan says is as it is now, or was last. */
@Singleton
class ImportHistory {

    private final RoutingContext context;
    private final RecordedType type;

    ImportHistory(RoutingContext context) {
        this.context = context;
        type = RecordedType.of(
                        "import",
                        "statement_import",
                        8,
                        this::views,
                        "state",
                        "format",
                        "encoding",
                        "file_name",
                        "bytes",
                        "sha256",
                        "applied_at",
                        "undone_at",
                        "created_at",
                        "updated_at")
                .checked(StatementImport::unfitting);
    }

    RecordedType type() {
        return type;
    }

    private Map<Version, ImportView> views(UUID owner, Map<Version, Row> rows) {
        Locale language = Languages.speak(context).await().indefinitely();
        Map<Version, StatementImport> imports = rows.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, row -> new StatementImport(row.getValue())));
        Map<UUID, StatementPlan> plans = StatementPlan.all(
                owner, imports.values().stream().map(sent -> sent.id).collect(Collectors.toSet()));
        Map<Version, ImportView> views = new HashMap<>();
        imports.forEach((version, sent) -> views.put(
                version,
                ImportView.of(
                        sent, plans.computeIfAbsent(sent.id, id -> StatementPlan.forgotten(owner, id)), language)));
        return views;
    }
}

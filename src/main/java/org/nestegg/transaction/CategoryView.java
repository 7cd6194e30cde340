package org.nestegg.transaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.page.PageRequest;

/** A category as it is used. It has no row of its own: it is what transactions say. */
@RegisterForReflection
@Schema(name = "Category", examples = """
        {"name": "food", "count": 12, "lastUsed": "2026-11-20"}
        """)
public record CategoryView(
        @Schema(required = true) String name,

        @Schema(required = true, description = "How many transactions it has")
        long count,

        @Schema(required = true, description = "The day of the newest of them")
        LocalDate lastUsed) {

    static List<CategoryView> page(UUID owner, Optional<String> text, PageRequest page) {
        Criteria criteria = criteria(owner, text);
        page.after().stream().findFirst().ifPresent(name -> criteria.and("category > :after", "after", name));
        return Transaction.find(
                        "select category, count(*), max(date) from Transaction where " + criteria.where()
                                + " group by category order by category",
                        criteria.parameters())
                .project(CategoryView.class)
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UUID owner, Optional<String> text) {
        Criteria criteria = criteria(owner, text);
        return Transaction.find(
                        "select count(distinct category) from Transaction where " + criteria.where(),
                        criteria.parameters())
                .project(Long.class)
                .singleResult();
    }

    private static Criteria criteria(UUID owner, Optional<String> text) {
        return Criteria.ofOwner(owner).and("category is not null").andAnyContains(List.of("category"), "text", text);
    }
}

package org.nestegg.rate;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A currency that there was no rate of, or none on some days, as callers see it. */
@RegisterForReflection
@Schema(name = "Unconverted")
public record UnconvertedView(
        @Schema(required = true, ref = "CurrencyCode") String currency,

        @Schema(required = true, description = "How many transactions are left out for that")
        long count) {

    static List<UnconvertedView> of(SortedMap<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new UnconvertedView(entry.getKey(), entry.getValue()))
                .toList();
    }
}

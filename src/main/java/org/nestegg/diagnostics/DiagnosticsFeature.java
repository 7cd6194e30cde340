package org.nestegg.diagnostics;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.nestegg.platform.http.EntryPoints;

/** What the service says of itself: where it begins and is described. */
@Singleton
class DiagnosticsFeature {

    @Produces
    @Singleton
    EntryPoints self() {
        return new EntryPoints(0).add("self", "/api/v1");
    }

    @Produces
    @Singleton
    EntryPoints descriptions() {
        return new EntryPoints(90)
                .add("openapi", "/api/openapi")
                .add("docs", "/api/docs")
                .add("jwks", "/.well-known/jwks.json");
    }
}

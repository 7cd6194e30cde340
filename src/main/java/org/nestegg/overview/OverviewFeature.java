package org.nestegg.overview;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.nestegg.platform.http.EntryPoints;

/** What the overview adds to the service: an entry point. */
@Singleton
class OverviewFeature {

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(12).add("overview", "/api/v1/overview");
    }
}

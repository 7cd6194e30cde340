package org.nestegg.shared.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Migrations have connections of their own: what may take an hour must not fall under the time limits of requests. */
@Singleton
class PatientMigration implements FlywayConfigurationCustomizer {

    private final DatabaseAddress address;

    PatientMigration(DatabaseAddress address) {
        this.address = address;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.dataSource(address.toDataSource());
    }
}

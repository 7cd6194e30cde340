package org.nestegg.shared.database;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the database is, for the few connections that are not of the pool. */
@Singleton
class DatabaseAddress {

    private final String url;
    private final Optional<String> username;
    private final Optional<String> password;

    DatabaseAddress(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    /** For a log: parameters may hold a password. */
    String withoutParameters() {
        return url.replaceFirst("\\?.*", "");
    }

    PGSimpleDataSource toDataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        username.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
        return source;
    }
}

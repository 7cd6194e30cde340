package org.nestegg.support;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.EmbeddedDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty database of a test's own, on the server that all tests share. */
public final class FreshDatabase {

    private FreshDatabase() {}

    public static PGSimpleDataSource create() {
        String url = EmbeddedDatabase.start(Optional.empty());
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(url);
        try {
            new Sql(server).execute("create database " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setDatabaseName(name);
        return database;
    }
}

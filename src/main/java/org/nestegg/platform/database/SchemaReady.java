package org.nestegg.platform.database;

/** Fired once the schema has been brought up to date: the moment for what a database must have beside its tables. */
public record SchemaReady() {}

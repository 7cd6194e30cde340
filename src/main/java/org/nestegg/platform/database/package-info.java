/** The database: its schema at start, what all tables have in common, and the PostgreSQL that dev and test start. */
package org.nestegg.platform.database;

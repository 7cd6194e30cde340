package org.nestegg.platform.operation;

/**
 * Something that the database keeps, by triggers for the most part, and that follows from its rows. Every bean of this type takes
 * part in each {@link Check}.
 *
 * @param name its name in logs, in kebab-case, such as {@code savings-of-goals}
 * @param sql a query without parameters that has a row for each difference: {@code user_id}; {@code object}, a text that names
 *     what differs; {@code kept} and {@code found}, texts that say what the database keeps, and what its rows come to
 */
public record Invariant(String name, String sql) {}

package org.nestegg.platform.database;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.UUID;

/**
 * The rows of a table that belong to users and can be many: with an account they are erased in slices. Every bean of this type
 * takes part. What a user has few of goes with the user's own row, by the foreign keys.
 *
 * @param table has the column {@code user_id}
 * @param order columns that an index of the table has after {@code user_id}
 * @param position which tables go first: the lowest, so that rows come before those that they refer to
 */
public record OwnedRows(String table, String order, int position) {

    /** Deletes at most so many rows of an owner, within a transaction, and says how many. */
    public long delete(UUID owner, long most) {
        return Panache.getSession()
                .createNativeMutationQuery(
                        "delete from %1$s where user_id = :owner and ctid = any(array(".formatted(table)
                                + "select ctid from %s where user_id = :owner order by %s limit :most))"
                                        .formatted(table, order))
                .setParameter("owner", owner)
                .setParameter("most", most)
                .executeUpdate();
    }
}

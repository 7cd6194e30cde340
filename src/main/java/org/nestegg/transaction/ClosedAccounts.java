package org.nestegg.transaction;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.UUID;

/** The rule that a closed account takes nothing new, for what an undo brings or sets back; requests check it as they go. */
final class ClosedAccounts {

    /**
     * What was not in the account just before the change that is being made, nor the account itself any other: one that is
     * brought back with all that lay in it was closed with it there.
     */
    private static final String NEW_IN_CLOSED = """
            select t.id from transaction t join account a on a.user_id = :owner and a.id = t.account_id and a.closed
                cross join (select seq from feed_head where user_id = :owner) now
                where t.user_id = :owner and t.id = any(:written)
                    and a.created_seq <> now.seq
                    and not exists (select from change_item i
                        where i.user_id = :owner and i.seq = now.seq and i.type = 'account' and i.id = a.id)
                    and (t.created_seq = now.seq or exists (select from change_item i
                        where i.user_id = :owner and i.seq = now.seq and i.type = 'transaction' and i.id = t.id
                            and i.before ->> 'account_id' is distinct from cast(t.account_id as text)))
            """;

    private ClosedAccounts() {}

    /** Those of some transactions that have just been written and that a closed account does not take. */
    static List<UUID> among(UUID owner, List<UUID> written) {
        return Panache.getSession()
                .createNativeQuery(NEW_IN_CLOSED, UUID.class)
                .setParameter("owner", owner)
                .setParameter("written", written.toArray(UUID[]::new))
                .getResultList();
    }
}

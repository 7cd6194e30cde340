package org.nestegg.transaction.transfer;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.MutationQuery;
import org.nestegg.account.AccountTransactions;
import org.nestegg.change.Recording;
import org.nestegg.change.Version;
import org.nestegg.platform.database.StoredEntity;

/** What lies in accounts: transactions, and sides of transfers, whose other sides lie in others. */
@Singleton
class AccountContents implements AccountTransactions {

    private static final String TRANSFERS =
            "select transfer_id from transaction where user_id = :owner and account_id = :account and transfer_id is not null";

    /**
     * What an account came to then is what it comes to now, less what has come into it since, and with what has gone from it: read
     * once, from the newest to the oldest moment. A transaction was in an account from the change that put it there to the one that
     * took it away, or made it another.
     */
    private static final String THEN = """
            with version as (select * from unnest(cast(:seqs as bigint[]), cast(:ids as uuid[])) v (seq, id)),
            since as (select min(seq) as seq from version),
            gone as (
                select id, seq as ended, greatest(created_seq, lag(seq) over (partition by id order by seq)) as begun,
                        cast(before ->> 'account_id' as uuid) as account_id, cast(before ->> 'amount' as numeric) as amount
                    from change_item
                    where user_id = :owner and type = 'transaction' and seq > (select seq from since)),
            touched as (select id, max(ended) as seq from gone group by id),
            there as (
                select greatest(t.created_seq, i.seq) as begun, t.account_id, t.amount
                    from touched i join transaction t on t.user_id = :owner and t.id = i.id
                union all
                select t.created_seq, t.account_id, t.amount from transaction t
                    where t.user_id = :owner and t.created_seq > (select seq from since) and t.created_seq > 0
                        and not exists (select from touched i where i.id = t.id)),
            moment as (
                select seq, id, true as asked, cast(0 as numeric) as amount, 0 as n from version
                union all select begun, account_id, false, -amount, -1 from there
                union all select begun, account_id, false, -amount, -1 from gone
                union all select ended, account_id, false, amount, 1 from gone),
            line as (
                select seq, id, asked, sum(amount) over newer as amount, sum(n) over newer as n from moment
                    where id in (select id from version)
                    window newer as (partition by id order by seq desc, asked desc rows unbounded preceding))
            select l.seq, l.id, coalesce(a.moved, 0) + l.amount, coalesce(a.transaction_count, 0) + l.n
                from line l left join account a on a.user_id = :owner and a.id = l.id where l.asked
            """;

    @Override
    public void deleteAll(UUID owner, UUID account) {
        List<UUID> transfers = Panache.getSession()
                .createNativeQuery(TRANSFERS, UUID.class)
                .setParameter("owner", owner)
                .setParameter("account", account)
                .getResultList();
        if (!transfers.isEmpty()) {
            mutation(
                            "update transaction set transfer_id = null, version = version + 1, updated_at = :now"
                                    + " where user_id = :owner and transfer_id = any(:transfers) and account_id <> :account",
                            owner)
                    .setParameter("transfers", transfers.toArray(UUID[]::new))
                    .setParameter("account", account)
                    .setParameter("now", StoredEntity.now())
                    .executeUpdate();
        }
        mutation("delete from transaction where user_id = :owner and account_id = :account", owner)
                .setParameter("account", account)
                .executeUpdate();
        if (!transfers.isEmpty()) {
            mutation("delete from transfer where user_id = :owner and id = any(:transfers)", owner)
                    .setParameter("transfers", transfers.toArray(UUID[]::new))
                    .executeUpdate();
        }
    }

    private static MutationQuery mutation(String sql, UUID owner) {
        Recording.touch();
        return Panache.getSession().createNativeMutationQuery(sql).setParameter("owner", owner);
    }

    @Override
    public Map<Version, Total> then(UUID owner, Set<Version> accounts) {
        Map<Version, Total> totals = new HashMap<>();
        if (!accounts.isEmpty()) {
            Panache.getSession()
                    .createNativeQuery(THEN, Object[].class)
                    .setParameter("owner", owner)
                    .setParameter("seqs", accounts.stream().map(Version::seq).toArray(Long[]::new))
                    .setParameter("ids", accounts.stream().map(Version::id).toArray(UUID[]::new))
                    .getResultList()
                    .forEach(row -> totals.put(
                            new Version((long) row[0], (UUID) row[1]),
                            new Total((BigDecimal) row[2], ((Number) row[3]).longValue())));
        }
        return totals;
    }
}

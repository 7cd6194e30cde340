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
     * What an account came to then is what it comes to now, but for what has been touched since: less what of that is in it now,
     * and with what of that was in it then.
     */
    private static final String THEN = """
            with version as (select * from unnest(cast(:seqs as bigint[]), cast(:ids as uuid[])) v (seq, id))
            select v.seq, v.id, coalesce(a.moved, 0) - coalesce(now.amount, 0) + coalesce(was.amount, 0),
                    coalesce(a.transaction_count, 0) - coalesce(now.n, 0) + coalesce(was.n, 0)
                from version v
                left join account a on a.user_id = :owner and a.id = v.id
                cross join lateral (
                    select sum(t.amount) as amount, count(*) as n from transaction t
                        where t.user_id = :owner and t.account_id = v.id and t.id in (
                            select id from transaction where user_id = :owner and created_seq > v.seq and created_seq > 0
                            union
                            select id from change_item where user_id = :owner and type = 'transaction' and seq > v.seq)) now
                cross join lateral (
                    select sum(cast(e.before ->> 'amount' as numeric)) as amount, count(*) as n from (
                        select distinct on (id) created_seq, before from change_item
                            where user_id = :owner and type = 'transaction' and seq > v.seq order by id, seq) e
                        where e.created_seq <= v.seq and cast(e.before ->> 'account_id' as uuid) = v.id) was
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

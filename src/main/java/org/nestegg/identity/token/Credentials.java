package org.nestegg.identity.token;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Whether what somebody has signed in with is still good, for whoever goes on for longer than a request. */
public final class Credentials {

    private static final String GOOD = """
            select id from users where id = any(:owners) and not disabled and erased_at is null
            union all
            select id from session where user_id = any(:owners) and id = any(:ids) and expires_at > now()
            union all
            select id from personal_token where user_id = any(:owners) and id = any(:ids)
                and (expires_at is null or expires_at > now())
            """;

    private Credentials() {}

    /**
     * Those that are good, of some users and of their sessions and personal tokens, in one statement.
     *
     * @param ids of sessions and tokens
     */
    public static Set<UUID> good(UUID[] owners, UUID[] ids) {
        return new HashSet<>(Panache.getSession()
                .createNativeQuery(GOOD, UUID.class)
                .setParameter("owners", owners)
                .setParameter("ids", ids)
                .getResultList());
    }
}

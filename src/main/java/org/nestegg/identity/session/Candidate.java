package org.nestegg.identity.session;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.identity.audit.Activity;
import org.nestegg.platform.database.Sql;

/**
 * Who wants in with an address.
 *
 * @param user whose it is, if anybody's
 * @param passwordHash theirs, if they have one
 * @param isKnownSource whether they have signed in from there before
 */
record Candidate(Optional<UUID> user, Optional<String> passwordHash, boolean isKnownSource) {

    private static final String OF_EMAIL =
            "from users %1$s where lower(%1$s.email) = lower(:email) and %1$s.erased_at is null";

    /** One row, and the same work, for nobody as well, so that nobody can tell by the time who is somebody. */
    private static final String STATEMENT = "select u.id, u.password_hash, "
            + Activity.isKnownSource(
                    "coalesce((select k.id " + OF_EMAIL.formatted("k") + "), '00000000-0000-0000-0000-000000000000')")
            + " from (select 1) one left join (select u.id, u.password_hash " + OF_EMAIL.formatted("u") + ") u on true";

    /** By one statement. */
    static Candidate of(String email, String source) {
        return Sql.first(
                        STATEMENT,
                        Map.of("email", email, "source", source),
                        row -> new Candidate(
                                Optional.ofNullable(row.id()), Optional.ofNullable(row.text()), row.flag()))
                .orElseThrow();
    }
}

package org.nestegg.identity;

import java.util.List;
import java.util.UUID;
import org.nestegg.platform.problem.ProblemException;

/**
 * Those who can administer. Somebody must be able to: the last one stays.
 *
 * @param ids of all who are not disabled
 */
record Admins(List<UUID> ids) {

    /** All of them, kept as they are until the end of the transaction. To be taken before any other user is locked. */
    static Admins locked() {
        // In one order, so that of two who go at once the second waits, and then is the last.
        return new Admins(User.lockedAdmins().stream().map(admin -> admin.id).toList());
    }

    /** @throws ProblemException with {@code last-admin} if there would be none without this user */
    void checkLeaving(UUID user) {
        if (ids.equals(List.of(user))) {
            throw new ProblemException(IdentityProblem.LAST_ADMIN);
        }
    }
}

package org.nestegg.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import org.nestegg.shared.problem.ProblemCode;
import org.nestegg.shared.problem.ProblemException;

/** Somebody must be able to administer: the last admin stays one. */
final class Admins {

    private Admins() {}

    /**
     * Checks that there is an admin without this user, and keeps it so until the end of the transaction.
     *
     * @throws ProblemException with {@code last-admin}
     */
    static void keepOne(User leaving) {
        if (leaving.role != Role.ADMIN || leaving.disabled) {
            return;
        }
        // All of them, in one order: of two who go at once, the second waits and then is the last.
        List<User> admins = User.<User>find("role = ?1 and not disabled order by id", Role.ADMIN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        if (admins.stream().allMatch(admin -> admin.id.equals(leaving.id))) {
            throw new ProblemException(ProblemCode.LAST_ADMIN);
        }
    }
}

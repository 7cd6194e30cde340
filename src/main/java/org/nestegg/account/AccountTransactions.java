package org.nestegg.account;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nestegg.change.Version;

/** What accounts ask of whoever has their transactions, and says so by a bean of this type. */
public interface AccountTransactions {

    /**
     * Deletes all that lie in an account. The other side of a transfer becomes an ordinary income or expense.
     *
     * @throws org.nestegg.platform.problem.ProblemException with {@code income-has-contributions} if money of one of them is set
     *     aside
     */
    void deleteAll(UUID owner, UUID account);

    /** What those that lay in some accounts at some times came to then; of an account that had none, nothing. */
    Map<Version, Total> then(UUID owner, Set<Version> accounts);

    /** What transactions come to, and how many there are. */
    record Total(BigDecimal moved, long count) {

        static final Total NONE = new Total(BigDecimal.ZERO, 0);
    }
}

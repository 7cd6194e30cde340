package org.nestegg.transaction;

import java.util.Set;
import java.util.UUID;

/** Knows which incomes money is set aside of. Whoever sets money aside says so by a bean of this type. */
public interface Allocations {

    /** Those of the owner's transactions that money is set aside of, among those of some ids. */
    Set<UUID> among(UUID owner, Set<UUID> transactions);
}

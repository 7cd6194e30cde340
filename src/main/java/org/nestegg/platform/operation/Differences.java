package org.nestegg.platform.operation;

import java.util.List;
import java.util.UUID;

/**
 * Where an {@link Invariant} does not hold.
 *
 * @param named the first of them, at most {@link Check#NAMED}
 * @param count how many there are in all
 */
public record Differences(List<Difference> named, long count) {

    /** One of them: what is kept of an object is not what the rows come to. */
    public record Difference(UUID owner, String object, String kept, String found) {

        static Difference of(Object[] row) {
            return new Difference((UUID) row[0], (String) row[1], (String) row[2], (String) row[3]);
        }

        @Override
        public String toString() {
            return "%s of user %s: kept %s, found %s".formatted(object, owner, kept, found);
        }
    }
}

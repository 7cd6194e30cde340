package org.nestegg.platform.input;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Values as they are kept: in the order in which they were sent, each once. */
public final class Distinct {

    private Distinct() {}

    /** Those of some; none where there are none, or null. */
    public static <T> List<T> of(Collection<T> values) {
        return values == null ? List.of() : List.copyOf(new LinkedHashSet<>(values));
    }
}

package org.nestegg.support;

import io.quarkus.arc.Arc;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nestegg.platform.operation.Check;
import org.nestegg.platform.operation.Differences.Difference;
import org.nestegg.platform.operation.Invariant;

/** What {@link Check} finds of one person, whatever other tests have planted. */
public final class Differing {

    private Differing() {}

    /** The first differences, by the name of what does not hold; nothing if all does. */
    public static Map<String, List<Difference>> of(Person person) {
        Check check = Arc.container().instance(Check.class).get();
        Map<String, List<Difference>> differing = new TreeMap<>();
        Arc.container().listAll(Invariant.class).forEach(bean -> {
            Invariant all = bean.get();
            Invariant own = new Invariant(
                    all.name(), "select * from (%s) a where user_id = '%s'".formatted(all.sql(), person.id));
            List<Difference> differences = check.differences(own).named();
            if (!differences.isEmpty()) {
                differing.put(all.name(), differences);
            }
        });
        return differing;
    }
}

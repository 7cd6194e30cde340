package org.nestegg.change;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of objects that are remembered. */
@Singleton
class RecordedTypes {

    private final List<RecordedType> all;
    private final Map<String, RecordedType> byName;

    RecordedTypes(@All List<RecordedType> types) {
        all = types.stream()
                .sorted(Comparator.comparingInt(RecordedType::position))
                .toList();
        byName = all.stream().collect(Collectors.toMap(RecordedType::name, Function.identity()));
    }

    /** What others refer to comes before them. */
    List<RecordedType> all() {
        return all;
    }

    RecordedType named(String name) {
        return byName.get(name);
    }

    List<String> names() {
        return all.stream().map(RecordedType::name).toList();
    }
}

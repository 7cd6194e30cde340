package org.nestegg.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.ProblemException;

/** Which changes are asked for: those after one, that are of a kind, or have an item of a type. */
record ChangeFilter(Optional<Long> after, Optional<String> type, Optional<String> kind) {

    static final QueryParameter<Long> AFTER = QueryParameter.number(
            "after", "Only what came after the change of this seq; from the oldest that is kept if left out");
    private static final QueryParameter<String> TYPE =
            QueryParameter.text("type", "Only changes with an item of this type, such as goal");
    private static final QueryParameter<String> KIND =
            QueryParameter.text("kind", "Only changes of this kind, such as createIncome");

    /** The day before which history is forgotten. */
    static final QueryParameter<LocalDate> BEFORE =
            QueryParameter.day("before", "The first day, in the time zone of the user, that is remembered");

    static final List<QueryParameter<?>> PARAMETERS = List.of(AFTER, TYPE, KIND, Pages.LIMIT);

    /** @throws ProblemException with {@code invalid-input} if any parameter that was read is at fault */
    static ChangeFilter read(QueryReader query, RecordedTypes types) {
        ChangeFilter filter = new ChangeFilter(query.get(AFTER), query.get(TYPE), query.get(KIND));
        query.check();
        if (filter.type.isPresent() && !types.names().contains(filter.type.get())) {
            throw TYPE.fault(CommonFieldError.NOT_ONE_OF, String.join(", ", types.names()));
        }
        return filter;
    }

    /** The same, of what came after another change. */
    ChangeFilter after(long seq) {
        return new ChangeFilter(Optional.of(seq), type, kind);
    }

    boolean isAny() {
        return type.isEmpty() && kind.isEmpty();
    }

    /** Those of some changes that are asked for, in their order. */
    List<Change> among(UUID owner, List<Change> changes, Items items) {
        List<Change> ofKind = changes.stream()
                .filter(change -> kind.isEmpty() || kind.get().equals(change.kind))
                .toList();
        if (type.isEmpty() || ofKind.isEmpty()) {
            return ofKind;
        }
        var having = items.having(
                owner, ofKind.stream().map(change -> change.id.seq()).toList(), type.get());
        return ofKind.stream()
                .filter(change -> having.contains(change.id.seq()))
                .toList();
    }
}

package org.nestegg.platform.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.problem.ProblemException;

/**
 * A JSON Merge Patch (RFC 7396): a field that is absent stays, one that is null is cleared, any other is replaced; lists
 * are replaced whole.
 */
public record MergePatch(
        @Schema(hidden = true) ObjectNode patch,
        @Schema(hidden = true) Binder binder) {

    /**
     * The input that a full replacement would have had to send for the same effect.
     *
     * @param current the object as it is, as an input
     * @throws ProblemException with {@code invalid-input} if the result is not a valid input
     */
    public <T> T applyTo(T current, Class<T> type) {
        return binder.bind(merge(binder.toJson(current), patch), type);
    }

    /** Whether it says anything of a field. */
    public boolean names(String field) {
        return patch.has(field);
    }

    /** A null is kept, not removed: to a record it means the same, and an unknown field is still seen. */
    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(change -> {
            boolean bothObjects =
                    change.getValue().isObject() && target.path(change.getKey()).isObject();
            target.set(
                    change.getKey(),
                    bothObjects
                            ? merge((ObjectNode) target.get(change.getKey()), (ObjectNode) change.getValue())
                            : change.getValue());
        });
        return target;
    }
}

package org.nestegg.platform.input;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;

/** The JSON object of a request whose path says what one of the fields is. */
public record JsonBody(
        @Schema(hidden = true) ObjectNode json,
        @Schema(hidden = true) Binder binder) {

    /**
     * The input, with a field that the path fixes.
     *
     * @throws ProblemException with {@code invalid-input}, also if the body has that field
     */
    public <T> T bindWith(String field, String value, Class<T> type) {
        List<FieldError> faults =
                json.has(field) ? List.of(FieldError.at("/" + field, CommonFieldError.UNKNOWN_FIELD)) : List.of();
        // A copy, because a transaction may be tried again.
        return binder.bind(
                JsonNodeFactory.instance.objectNode().<ObjectNode>setAll(json).put(field, value), type, faults);
    }
}

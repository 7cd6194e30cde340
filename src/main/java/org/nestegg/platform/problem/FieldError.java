package org.nestegg.platform.problem;

import java.util.List;

/**
 * One field of the body, or one query parameter, that is at fault.
 *
 * @param pointer a JSON Pointer (RFC 6901) to the field, or null
 * @param parameter the name of the query parameter, or null
 * @param arguments what the text for people names, such as the greatest length
 */
public record FieldError(String pointer, String parameter, FieldErrorCode fault, List<Object> arguments) {

    /** The JSON Pointer to a field whose name a caller has chosen (RFC 6901, section 3). */
    public static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** A fault of the field at a JSON Pointer. */
    public static FieldError at(String pointer, FieldErrorCode fault, Object... arguments) {
        return new FieldError(pointer, null, fault, List.of(arguments));
    }

    /** A fault of a query parameter. */
    public static FieldError ofParameter(String parameter, FieldErrorCode fault, Object... arguments) {
        return new FieldError(null, parameter, fault, List.of(arguments));
    }

    /** The same fault, of a field of what is at a pointer of a larger body. */
    public FieldError below(String parent) {
        return new FieldError(parent + pointer, null, fault, arguments);
    }
}

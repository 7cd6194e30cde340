package org.nestegg.shared.problem;

import java.util.List;

/** A request cannot be met, for a reason that its caller should know. Carries no stack trace: it is an answer. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldError> errors;

    public ProblemException(ProblemCode code) {
        this(code, List.of());
    }

    private ProblemException(ProblemCode code, List<FieldError> errors) {
        super(code.code(), null, false, false);
        this.code = code;
        this.errors = errors;
    }

    /** The 422 that names the fields at fault. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(ProblemCode.INVALID_INPUT, List.copyOf(errors));
    }

    /** The 422 that names the one field at fault. */
    public static ProblemException invalid(String pointer, Fault fault, Object... arguments) {
        return invalid(List.of(FieldError.at(pointer, fault, arguments)));
    }

    public static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }

    public ProblemCode code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }
}

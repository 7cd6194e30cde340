package org.nestegg.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request cannot be met, for a reason that its caller should know. Carries no stack trace: it is an answer. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The most fields that one answer names: whoever has more at fault has something else to mend. */
    public static final int MAX_ERRORS = 50;

    private final ProblemCode code;
    private final transient List<FieldError> errors;
    private final transient List<Conflict> conflicts;
    private final transient Duration retryAfter;
    private final transient List<Object> arguments;

    public ProblemException(ProblemCode code) {
        this(code, List.of(), null);
    }

    /** A problem that names what is in the way. */
    public ProblemException(ProblemCode code, List<Conflict> conflicts) {
        this(code, List.of(), conflicts, null);
    }

    private ProblemException(ProblemCode code, List<FieldError> errors, Duration retryAfter, Object... arguments) {
        this(code, errors, List.of(), retryAfter, arguments);
    }

    private ProblemException(
            ProblemCode code,
            List<FieldError> errors,
            List<Conflict> conflicts,
            Duration retryAfter,
            Object... arguments) {
        super(code.code(), null, false, false);
        this.code = code;
        this.errors = errors;
        this.conflicts = conflicts;
        this.retryAfter = retryAfter;
        this.arguments = List.of(arguments);
    }

    /** The 422 that names the fields at fault, the first {@link #MAX_ERRORS} of them. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(CommonProblem.INVALID_INPUT, first(errors), null);
    }

    /**
     * Goes on where no field is at fault.
     *
     * @throws ProblemException the 422 that names them
     */
    public static void throwIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
    }

    /** The 422 that names query parameters that there are not. */
    public static ProblemException unknownParameters(List<FieldError> errors) {
        return new ProblemException(CommonProblem.UNKNOWN_PARAMETER, first(errors), null);
    }

    private static List<FieldError> first(List<FieldError> errors) {
        return List.copyOf(errors.subList(0, Math.min(errors.size(), MAX_ERRORS)));
    }

    /** The 422 that names the one field at fault. */
    public static ProblemException invalid(String pointer, FieldErrorCode fault, Object... arguments) {
        return invalid(List.of(FieldError.at(pointer, fault, arguments)));
    }

    /** The 422 that says how many there can be. */
    public static ProblemException limitReached(Limit limit) {
        return new ProblemException(CommonProblem.LIMIT_REACHED, List.of(), null, limit);
    }

    /** The 401 that says what is wrong with the credentials. */
    public static ProblemException invalidToken(CredentialFault fault) {
        return new ProblemException(CommonProblem.INVALID_TOKEN, List.of(), null, fault);
    }

    /** The 413 that says how large a body may be, in bytes. */
    public static ProblemException bodyTooLarge(int limit) {
        return new ProblemException(CommonProblem.BODY_TOO_LARGE, List.of(), null, new ByteSize(limit));
    }

    /** The 429 that says how long to wait. */
    public static ProblemException tooMany(Duration wait) {
        return new ProblemException(CommonProblem.TOO_MANY_REQUESTS, List.of(), wait);
    }

    public static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }

    public ProblemCode code() {
        return code;
    }

    /** How long the caller should wait, if the answer is to say so. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public List<FieldError> errors() {
        return errors;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    /** What the text of the problem's detail names. */
    List<Object> arguments() {
        return arguments;
    }
}

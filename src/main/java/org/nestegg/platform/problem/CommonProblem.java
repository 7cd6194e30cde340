package org.nestegg.platform.problem;

import java.util.Locale;
import java.util.Set;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.http.RequestLimits;
import org.nestegg.platform.language.Texts;

/** The problems that any request can have, whatever it is about. */
public enum CommonProblem implements ProblemCode {
    BAD_REQUEST(400),
    EMPTY_BODY(400),
    INVALID_CURSOR(400),
    INVALID_IDEMPOTENCY_KEY(400),
    MALFORMED_JSON(400),
    INVALID_TOKEN(401),
    UNAUTHENTICATED(401),
    INSUFFICIENT_SCOPE(403),
    NOT_ALLOWED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CHANGED_MEANWHILE(409),
    CONFLICT(409),
    IDEMPOTENCY_KEY_IN_USE(409, "idempotency_key_pkey"),
    PRECONDITION_FAILED(412),
    BODY_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_NOT_SATISFIABLE(416),
    IDEMPOTENCY_KEY_REUSED(422),
    INVALID_INPUT(422),
    LIMIT_REACHED(422),
    UNKNOWN_PARAMETER(422),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    NOT_IMPLEMENTED(501),
    UNAVAILABLE(503),
    VERSION_NOT_SUPPORTED(505);

    static final Texts TEXTS = new Texts(CommonProblem.class);

    private final int status;
    private final Set<String> constraints;

    CommonProblem(int status, String... constraints) {
        this.status = status;
        this.constraints = Set.of(constraints);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public Set<String> constraints() {
        return constraints;
    }

    @Override
    public String detail(Locale language, Object... arguments) {
        return ProblemCode.super.detail(language, arguments.length == 0 ? inGeneral() : arguments);
    }

    private Object[] inGeneral() {
        return switch (this) {
            case INVALID_TOKEN -> new Object[] {CredentialFault.TOKEN};
            case BODY_TOO_LARGE -> new Object[] {new ByteSize(RequestLimits.BODY)};
            case NOT_ACCEPTABLE ->
                new Object[] {MediaTypes.JSON + ", " + MediaTypes.CSV + ", " + MediaTypes.EVENT_STREAM};
            case UNSUPPORTED_MEDIA_TYPE -> new Object[] {MediaTypes.PATCHES};
            default -> new Object[0];
        };
    }

    /** The problem that best says what an HTTP status of the framework's says. */
    static CommonProblem ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> NOT_ALLOWED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 416 -> RANGE_NOT_SATISFIABLE;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 501 -> NOT_IMPLEMENTED;
            case 503 -> UNAVAILABLE;
            case 505 -> VERSION_NOT_SUPPORTED;
            default -> status >= 500 ? INTERNAL_ERROR : BAD_REQUEST;
        };
    }
}

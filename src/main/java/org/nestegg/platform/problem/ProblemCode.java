package org.nestegg.platform.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.nestegg.platform.http.MediaTypes;

/**
 * Every problem that Nestegg answers with. The kebab-case {@link #code()} is stable and part of the contract; title,
 * detail and remedy are texts in {@code messages/problems_*.properties}.
 */
@RegisterForReflection
public enum ProblemCode {
    BAD_REQUEST(400),
    EMPTY_BODY(400),
    INVALID_CURSOR(400),
    INVALID_IDEMPOTENCY_KEY(400),
    MALFORMED_JSON(400),
    BAD_CREDENTIALS(401, "session_user_id_fkey"),
    INVALID_REFRESH_TOKEN(401),
    // The account was deleted while the request was on its way.
    INVALID_TOKEN(
            401,
            "transaction_user_id_fkey",
            "goal_user_id_fkey",
            "contribution_user_id_fkey",
            "bucketlist_user_id_fkey",
            "bucketlist_item_user_id_fkey",
            "idempotency_key_user_id_fkey",
            "personal_token_user_id_fkey",
            "activity_user_id_fkey"),
    UNAUTHENTICATED(401),
    ACCOUNT_DISABLED(403),
    INSUFFICIENT_SCOPE(403),
    NOT_ALLOWED(403),
    NOT_FOUND(404, "bucketlist_item_list_fkey"),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    ALREADY_PROMOTED(409),
    BUCKETLIST_NAME_TAKEN(409, "bucketlist_name_key"),
    CHANGED_MEANWHILE(409, "bucketlist_item_goal_fkey"),
    CONFLICT(409),
    EMAIL_TAKEN(409, "users_email_key"),
    GOAL_CYCLE(409, "goal_own_parent_check"),
    GOAL_HAS_CHILDREN(409, "goal_parent_fkey"),
    GOAL_HAS_CONTRIBUTIONS(409, "contribution_goal_fkey"),
    GOAL_NAME_TAKEN(409, "goal_name_key"),
    IDEMPOTENCY_KEY_IN_USE(409, "idempotency_key_pkey"),
    LAST_ADMIN(409),
    INCOME_HAS_CONTRIBUTIONS(409, "contribution_transaction_fkey"),
    PRECONDITION_FAILED(412),
    BODY_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_NOT_SATISFIABLE(416),
    GOAL_TOO_DEEP(422),
    IDEMPOTENCY_KEY_REUSED(422),
    INVALID_INPUT(422),
    LIMIT_REACHED(422),
    OVER_ALLOCATED(422, "transaction_allocated_check"),
    SAVINGS_BELOW_ZERO(422, "goal_saved_check"),
    SAVINGS_TOO_LARGE(422, "goal_saved_limit_check"),
    UNKNOWN_PARAMETER(422),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    NOT_IMPLEMENTED(501),
    UNAVAILABLE(503),
    VERSION_NOT_SUPPORTED(505);

    private final int status;
    private final Set<String> constraints;

    /**
     * @param constraints the database constraints whose breach is this problem
     */
    ProblemCode(int status, String... constraints) {
        this.status = status;
        this.constraints = Set.of(constraints);
    }

    /** The stable name, such as {@code email-taken}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status that the problem is answered with. */
    public int status() {
        return status;
    }

    /** The {@code type} member: a relative reference to the page that explains the code. */
    public String type() {
        return "/problems/" + code();
    }

    public String title(Locale language) {
        return ProblemTexts.TEXTS.get(language, code() + ".title");
    }

    /**
     * What happened.
     *
     * @param arguments what the text names, such as a {@link Limit}; if nothing, it speaks of the problem in general
     */
    public String detail(Locale language, Object... arguments) {
        return ProblemTexts.TEXTS.get(
                language,
                code() + ".detail",
                arguments.length == 0
                        ? inGeneral(language)
                        : Arrays.stream(arguments)
                                .map(argument -> argument instanceof Worded worded ? worded.in(language) : argument)
                                .toArray());
    }

    private Object[] inGeneral(Locale language) {
        return switch (this) {
            case INVALID_TOKEN -> new Object[] {CredentialFault.TOKEN.in(language)};
            case LIMIT_REACHED -> new Object[] {Limit.all(language)};
            case NOT_ACCEPTABLE -> new Object[] {MediaTypes.JSON + ", " + MediaTypes.CSV};
            case UNSUPPORTED_MEDIA_TYPE -> new Object[] {MediaTypes.PATCHES};
            default -> new Object[0];
        };
    }

    /** What the caller can do about it. */
    public String remedy(Locale language) {
        return ProblemTexts.TEXTS.get(language, code() + ".remedy");
    }

    static Optional<ProblemCode> ofCode(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findAny();
    }

    /** The problem that a breach of the named database constraint is, if it is one that callers can cause. */
    static Optional<ProblemCode> ofConstraint(String constraint) {
        return Arrays.stream(values())
                .filter(p -> constraint != null && p.constraints.contains(constraint))
                .findAny();
    }

    /** The problem that best says what an HTTP status of the framework's says. */
    static ProblemCode ofStatus(int status) {
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

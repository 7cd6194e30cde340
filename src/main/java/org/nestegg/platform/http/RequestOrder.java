package org.nestegg.platform.http;

import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.Priorities;

/**
 * The way of a request: everything that it passes, in this order, and why there. Nothing else has a place of its own, and no
 * two have the same; {@code docs/architecture.md} tells it in words.
 *
 * <ol>
 *   <li>On the connection, before there is a request: {@code ConnectionGuard} refuses what breaks HTTP.
 *   <li>The filters and routes below, which every request passes, whatever it asks for.
 *   <li>The framework finds the endpoint and asks who is calling, with the mechanisms of {@code identity.token}: tokens are
 *       verified, and how much the caller asks for is counted.
 *   <li>The filters of endpoints.
 *   <li>The body is read, bound and validated ({@code JsonReader}).
 *   <li>The interceptors of methods.
 *   <li>The endpoint. What it throws becomes a problem in one place ({@code ProblemMapper}).
 *   <li>The answer passes {@code EntityTagFilter}, and then the headers' ends of the first filters, the last of them first.
 * </ol>
 */
public final class RequestOrder {

    // Filters, the highest first.

    /** First, so that everything that is logged or answered has the trace id. */
    public static final int TRACE_ID = 10_000;
    /** Before anything can answer, so that whoever counts requests learns of their end. */
    public static final int REQUESTS_IN_FLIGHT = 9_950;
    /** Around everything that answers, so that each request has its line, and its time is the whole of it. */
    public static final int ACCESS_LOG = 9_900;
    /** Around everything that answers, so that no answer goes out without; looks at headers that the next ones have set. */
    public static final int CACHE_HEADERS = 9_500;
    /** Within caching, because it decides on the encoding of a part; before whoever serves files reads the field. */
    public static final int RANGE_HEADER = 9_450;
    /** Around everything that answers, so that no answer goes out without. */
    public static final int SECURITY_HEADERS = 9_400;
    /** On AWS Lambda only: takes back what the ones before allow and a function cannot do. */
    public static final int FUNCTION_ANSWERS = 9_300;
    /** Before refusals, so that pages of other origins can read those, and before identity: preflights carry none. */
    public static final int CROSS_ORIGIN = 9_000;
    /** What is too large or no URI is refused before anything reads it, and before the framework does without a body. */
    public static final int EDGE = 8_900;
    /** Before anything that reads {@code Accept}. */
    public static final int ACCEPT_HEADER = 8_000;
    /** Before anything that reads {@code Content-Type}. */
    public static final int CONTENT_TYPE_HEADER = 7_900;
    /**
     * Right behind the framework's authentication, which is at the same place and comes first, and before what that framework has at
     * 199: it takes away what the one has set and the other looks for.
     */
    public static final int AUTHENTICATION_FAILURES = 200;
    /** Failures of all the routes behind it, before the framework answers them in its own way. */
    public static final int EDGE_FAILURES = 100;
    /** After all that refuses a body for its size; before the endpoint is looked for, whose thread is to find the body there. */
    public static final int SMALL_BODIES = 90;
    /** Before the framework's own route for files, which it stands in the place of. */
    public static final int PAGE = 2;
    /** Before the framework's own routes for the document and Swagger UI, which it stands in the place of. */
    public static final int DOCUMENTS = 1;

    // Mechanisms of authentication, the highest first. The platform's own, for access tokens, is at 1000.

    /** First, because whoever is known need not be asked for again, whatever kind of token it is. */
    public static final int KNOWN_CALLER = 1_400;
    /** Before all that look into a token: nothing is needed to know its tokens from others. */
    public static final int PERSONAL_TOKEN = 1_300;
    /** Before our own tokens: what another issuer has signed, our keys do not verify. */
    public static final int EXTERNAL_TOKEN = 1_200;
    /** What is left of {@code Basic} are access tokens, which the platform's mechanism knows only as {@code Bearer}. */
    public static final int BASIC = 1_100;
    /** After all that read {@code Authorization}: a cookie counts where there is none. */
    public static final int COOKIE = 1_050;

    // What completes an identity, the highest first.

    /** Before admission: whose session has ended is nobody. */
    public static final int SESSION_CHECK = 20;
    /** After all that may find that somebody is nobody; before admission, so that who is refused for a while is known, too. */
    public static final int REMEMBERED = 15;
    /** Last, when it is known who asks. */
    public static final int ADMISSION = 10;

    // Filters of endpoints, the lowest first.

    /** Before the endpoint is looked for: OPTIONS is no endpoint's. */
    public static final int OPTIONS = Priorities.USER - 10;
    /** Before parameters: what is not there has none. */
    public static final int KNOWN_IDS = Priorities.USER;
    /** Before the body is read, whoever reads it. */
    public static final int SMALL_BODY = Priorities.USER + 5;
    /** Before the body is read, which is not worth it for a request that is refused anyway. */
    public static final int KNOWN_PARAMETERS = Priorities.USER + 10;
    /** Last, so that nothing is posted for a request that is refused anyway; before the endpoint reads what is there. */
    public static final int CATCH_UP = Priorities.USER + 20;
    /** Of answers: the only one, on what the endpoint has answered. */
    public static final int ENTITY_TAG = Priorities.USER;

    // Interceptors of methods, the lowest first and outermost.

    /** Around retries: whoever waits for their turn holds no connection, and a retry does not queue again, unless it has left. */
    public static final int TURN = Interceptor.Priority.PLATFORM_BEFORE + 50;
    /** Within the turn: nobody has two at once; around the transaction: whoever waits holds no connection. */
    public static final int HEAVY = Interceptor.Priority.PLATFORM_BEFORE + 60;
    /** Around the transaction, which the framework has at 200: each attempt is a transaction of its own. */
    public static final int RETRY = Interceptor.Priority.PLATFORM_BEFORE + 100;
    /** Within the transaction: key and answer are written with what the request does, or not at all. */
    public static final int IDEMPOTENCY = Interceptor.Priority.PLATFORM_BEFORE + 300;
    /** Within idempotency: what is answered again makes no change. Of all that writes, this begins. */
    public static final int RECORDING = Interceptor.Priority.PLATFORM_BEFORE + 350;

    private RequestOrder() {}
}

package org.nestegg.identity.session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.identity.IdentityProblem;
import org.nestegg.identity.PasswordHasher;
import org.nestegg.identity.RegisterInput;
import org.nestegg.identity.User;
import org.nestegg.identity.UserView;
import org.nestegg.identity.audit.AuditEvent;
import org.nestegg.identity.audit.AuditTrail;
import org.nestegg.identity.limit.SignInGate;
import org.nestegg.identity.limit.SignInLimits;
import org.nestegg.identity.token.SecretToken;
import org.nestegg.identity.token.SessionCookie;
import org.nestegg.platform.database.Retry;
import org.nestegg.platform.http.Proxies;
import org.nestegg.platform.operation.BusinessMetrics;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.TokenConfig;

/**
 * The ways into a session, and out. Passwords are hashed outside the transactions, so that whoever waits for that holds no
 * connection.
 */
@Singleton
public class SignIn {

    private static final int MAX_USER_AGENT = 200;
    private static final String SIGN_INS = "nestegg.sign-ins";
    private static final String OUTCOME = "outcome";

    private final PasswordHasher hasher;
    private final AccessTokens tokens;
    private final SignInLimits limits;
    private final SignInGate gate;
    private final AuditTrail trail;
    private final TokenConfig config;
    private final Proxies proxies;
    private final SessionCookie cookie;
    private final RoutingContext context;

    SignIn(
            PasswordHasher hasher,
            AccessTokens tokens,
            SignInLimits limits,
            SignInGate gate,
            AuditTrail trail,
            TokenConfig config,
            Proxies proxies,
            SessionCookie cookie,
            RoutingContext context) {
        this.hasher = hasher;
        this.tokens = tokens;
        this.limits = limits;
        this.gate = gate;
        this.trail = trail;
        this.config = config;
        this.proxies = proxies;
        this.cookie = cookie;
        this.context = context;
    }

    /**
     * A new user, signed in.
     *
     * @throws ProblemException with {@code email-taken}, or {@code too-many-requests} from this source
     */
    TokenView register(RegisterInput input) {
        return register(input, this::withTokens);
    }

    /** The same at the page, whose browser is given a cookie. */
    UserView registerAtPage(RegisterInput input) {
        return register(input, this::withCookie);
    }

    private <T> T register(RegisterInput input, Way<T> way) {
        limits.admitRegistration();
        if (gate.pass(() -> candidate(input.email())).user().isPresent()) {
            throw new ProblemException(IdentityProblem.EMAIL_TAKEN);
        }
        User user = input.toUser(hasher.hash(input.password()));
        return gate.pass(() -> QuarkusTransaction.requiringNew().call(() -> {
            user.persistAndFlush();
            return way.start(user, AuditEvent.REGISTERED, Optional.empty());
        }));
    }

    /**
     * A known user, signed in.
     *
     * @throws ProblemException with {@code bad-credentials}, the same in the same time for an unknown address and for a
     *     wrong password; with {@code account-disabled} only to whoever knows the password; with
     *     {@code too-many-requests} after many failures, or very many sign-ins
     */
    TokenView login(LoginInput input) {
        return login(input, this::withTokens);
    }

    /** The same at the page, whose browser is given a cookie. */
    UserView loginAtPage(LoginInput input) {
        return login(input, this::withCookie);
    }

    private <T> T login(LoginInput input, Way<T> way) {
        try {
            T answer = loginUncounted(input, way);
            BusinessMetrics.count(SIGN_INS, OUTCOME, "success");
            return answer;
        } catch (ProblemException e) {
            if (e.code() == CommonProblem.TOO_MANY_REQUESTS) {
                BusinessMetrics.count(SIGN_INS, OUTCOME, "throttled");
            } else if (e.code() == IdentityProblem.BAD_CREDENTIALS || e.code() == IdentityProblem.ACCOUNT_DISABLED) {
                BusinessMetrics.count(SIGN_INS, OUTCOME, "failure");
            }
            throw e;
        }
    }

    private <T> T loginUncounted(LoginInput input, Way<T> way) {
        Candidate candidate = gate.pass(() -> candidate(input.email()));
        Optional<SignInLimits.Attempt> attempt =
                gate.pass(() -> limits.admit(input.email(), candidate.user(), candidate.isKnownSource()));
        boolean matches = candidate
                .passwordHash()
                .map(hash -> hasher.matches(input.password(), hash))
                .orElseGet(() -> hasher.matchesNothing(input.password()));
        if (!matches) {
            gate.pass(() -> trail.signInFailed(input.email()));
            throw new ProblemException(IdentityProblem.BAD_CREDENTIALS);
        }
        return gate.pass(() -> enter(candidate, attempt, way))
                .orElseThrow(() -> new ProblemException(IdentityProblem.ACCOUNT_DISABLED));
    }

    /** A session of a user whose password was right; none if they are disabled. */
    private <T> Optional<T> enter(Candidate candidate, Optional<SignInLimits.Attempt> attempt, Way<T> way) {
        UUID id = candidate.user().orElseThrow();
        try {
            limits.admitSignIn(id);
            Optional<T> answer = enter(id, candidate, attempt, way);
            if (answer.isEmpty()) {
                limits.succeeded(attempt);
            }
            return answer;
        } catch (RuntimeException e) {
            limits.succeeded(attempt);
            throw e;
        }
    }

    private <T> Optional<T> enter(UUID id, Candidate candidate, Optional<SignInLimits.Attempt> attempt, Way<T> way) {
        return QuarkusTransaction.requiringNew().call(() -> {
            User user = User.withPassword(id, candidate.passwordHash().orElseThrow())
                    .orElseThrow(() -> new ProblemException(IdentityProblem.BAD_CREDENTIALS));
            if (user.disabled) {
                trail.record(id, AuditEvent.SIGN_IN_FAILED, null, "account-disabled");
                return Optional.empty();
            }
            return Optional.of(way.start(user, AuditEvent.SIGNED_IN, attempt));
        });
    }

    /**
     * A session, prolonged by a refresh token that is used up by it. One that was used up before ends the session, which
     * then is somebody else's, too.
     *
     * @throws ProblemException with {@code invalid-refresh-token}, or {@code too-many-requests}, which uses nothing up
     */
    TokenView refresh(RefreshInput input) {
        return gate.pass(() -> Retry.run(() -> QuarkusTransaction.requiringNew()
                        .call(() -> RefreshToken.locked(input.refreshToken()).flatMap(this::refresh))))
                .orElseThrow(() -> new ProblemException(IdentityProblem.INVALID_REFRESH_TOKEN));
    }

    private Optional<TokenView> refresh(RefreshToken.Locked found) {
        RefreshToken token = found.token();
        Session session = found.session();
        if (session.user.disabled) {
            return Optional.empty();
        }
        if (!token.isGood()) {
            Session.end(token.owner, session.id);
            trail.record(token.owner, AuditEvent.REFRESH_TOKEN_REUSED, session.id, null);
            return Optional.empty();
        }
        limits.admitRefresh(token.owner);
        return Optional.of(answer(session, found.trade(config.refreshTtl(), proxies.client(context))));
    }

    /**
     * Ends the session of a request, and has its browser forget the cookie, if it has one.
     *
     * @throws ProblemException with {@code not-allowed} if its token has none: nothing would end
     */
    void end(UUID owner, Optional<UUID> session) {
        Session.end(owner, session.orElseThrow(() -> new ProblemException(CommonProblem.NOT_ALLOWED)));
        trail.record(owner, AuditEvent.SIGNED_OUT, null);
        cookie.take(context);
    }

    /** Lets only the page sign in for a cookie: else another site could have somebody use an account that is not theirs. */
    void requirePage() {
        cookie.requirePage(context);
    }

    /** Prolongs the session of a request that shows its cookie. */
    void prolong(UUID owner, Optional<UUID> session) {
        if (session.isPresent() && cookie.read(context).isPresent()) {
            Session.prolong(owner, session.get(), config.refreshTtl(), proxies.client(context));
            cookie.prolong(context, config.refreshTtl());
        }
    }

    /** Gives the browser of a request another secret, if it showed one: whoever has a copy of the old one is out. */
    public void renew(UUID owner, Optional<UUID> session) {
        if (session.isPresent() && cookie.read(context).isPresent()) {
            String secret = SecretToken.make(owner);
            Session.renew(owner, session.get(), SecretToken.hash(secret));
            cookie.give(context, secret, config.refreshTtl());
        }
    }

    private Candidate candidate(String email) {
        return Candidate.of(email, proxies.client(context));
    }

    /** How a session begins, and what its client is answered. */
    private interface Way<T> {
        T start(User user, AuditEvent event, Optional<SignInLimits.Attempt> attempt);
    }

    private TokenView withTokens(User user, AuditEvent event, Optional<SignInLimits.Attempt> attempt) {
        String token = SecretToken.make(user.id);
        return answer(begin(user, event, attempt, SecretToken.hash(token), null), token);
    }

    /** The session of a cookie that is replaced ends: nobody could go on with it, or end it. */
    private UserView withCookie(User user, AuditEvent event, Optional<SignInLimits.Attempt> attempt) {
        cookie.read(context)
                .ifPresent(old -> SecretToken.owner(old).ifPresent(owner -> Session.end(owner, SecretToken.hash(old))));
        String secret = SecretToken.make(user.id);
        begin(user, event, attempt, null, SecretToken.hash(secret));
        cookie.give(context, secret, config.refreshTtl());
        return UserView.of(user);
    }

    private Session begin(
            User user,
            AuditEvent event,
            Optional<SignInLimits.Attempt> attempt,
            byte[] refreshHash,
            byte[] cookieHash) {
        return new SessionStart(
                        user,
                        event,
                        config.refreshTtl(),
                        proxies.client(context),
                        userAgent(),
                        attempt,
                        refreshHash,
                        cookieHash)
                .begin();
    }

    private String userAgent() {
        return Optional.ofNullable(context.request().getHeader("User-Agent"))
                .map(agent -> agent.replaceAll("[^ -~]", "?"))
                .map(agent -> agent.substring(0, Math.min(agent.length(), MAX_USER_AGENT)))
                .orElse(null);
    }

    private TokenView answer(Session session, String refreshToken) {
        return new TokenView(
                UserView.of(session.user), tokens.issue(session), refreshToken, "Bearer", tokens.lifetime());
    }
}

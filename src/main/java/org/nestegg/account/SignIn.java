package org.nestegg.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import org.nestegg.shared.problem.ProblemCode;
import org.nestegg.shared.problem.ProblemException;
import org.nestegg.shared.security.TokenConfig;

/**
 * The ways into a session. Passwords are hashed outside the transactions, so that whoever waits for that holds no
 * connection.
 */
@Singleton
class SignIn {

    private final PasswordHasher hasher;
    private final AccessTokens tokens;
    private final TokenConfig config;

    SignIn(PasswordHasher hasher, AccessTokens tokens, TokenConfig config) {
        this.hasher = hasher;
        this.tokens = tokens;
        this.config = config;
    }

    /**
     * A new user, signed in.
     *
     * @throws ProblemException with {@code email-taken}
     */
    TokenView register(RegisterInput input) {
        if (User.ofEmail(input.email()).isPresent()) {
            throw new ProblemException(ProblemCode.EMAIL_TAKEN);
        }
        User user = input.toUser(hasher.hash(input.password()));
        return QuarkusTransaction.requiringNew().call(() -> {
            user.persistAndFlush();
            return startSession(user);
        });
    }

    /**
     * A known user, signed in.
     *
     * @throws ProblemException with {@code bad-credentials}, the same in the same time for an unknown address and for a
     *     wrong password
     */
    TokenView login(LoginInput input) {
        User user = User.ofEmail(input.email()).orElse(null);
        boolean matches = user == null
                ? hasher.matchesNothing(input.password())
                : hasher.matches(input.password(), user.passwordHash);
        if (!matches) {
            throw new ProblemException(ProblemCode.BAD_CREDENTIALS);
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> startSession(
                        user.withSamePassword().orElseThrow(() -> new ProblemException(ProblemCode.BAD_CREDENTIALS))));
    }

    /**
     * A session, prolonged by a refresh token that is used up by it.
     *
     * @throws ProblemException with {@code invalid-refresh-token}
     */
    TokenView refresh(RefreshInput input) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Session session = RefreshToken.use(input.refreshToken())
                    .orElseThrow(() -> new ProblemException(ProblemCode.INVALID_REFRESH_TOKEN));
            session.prolong(config.refreshTtl());
            return answer(session);
        });
    }

    private TokenView startSession(User user) {
        return answer(Session.start(user, config.refreshTtl()));
    }

    private TokenView answer(Session session) {
        return new TokenView(
                UserView.of(session.user),
                tokens.issue(session),
                RefreshToken.issue(session),
                "Bearer",
                tokens.lifetime());
    }
}

package org.nestegg.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nestegg.identity.audit.AuditEvent;
import org.nestegg.identity.audit.AuditTrail;
import org.nestegg.identity.limit.SignInGate;
import org.nestegg.identity.limit.SignInLimits;
import org.nestegg.identity.session.Session;
import org.nestegg.identity.session.SignIn;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.condition.Preconditions;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.MergePatch;
import org.nestegg.platform.limit.InTurn;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** The caller's own account. */
@Path("/api/v1/me")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Identity")
public class MeResource {

    private final PasswordHasher hasher;
    private final SignInLimits limits;
    private final SignInGate gate;
    private final Erasure erasure;
    private final AuditTrail trail;
    private final CurrentUser user;
    private final SignIn signIn;
    private final Preconditions preconditions;

    MeResource(
            PasswordHasher hasher,
            SignInLimits limits,
            SignInGate gate,
            Erasure erasure,
            AuditTrail trail,
            CurrentUser user,
            SignIn signIn,
            Preconditions preconditions) {
        this.hasher = hasher;
        this.limits = limits;
        this.gate = gate;
        this.erasure = erasure;
        this.trail = trail;
        this.user = user;
        this.signIn = signIn;
        this.preconditions = preconditions;
    }

    @GET
    @Transactional
    @Conditional
    @Operation(operationId = "getMe", summary = "The signed-in user")
    @APIResponse(responseCode = "200", description = "The user")
    public UserView get() {
        return UserView.of(me());
    }

    @PATCH
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @InTurn
    @Conditional
    @Operation(operationId = "patchMe", summary = "Change name, currency, locale or time zone (RFC 7396)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = UserInput.class)))
    @APIResponse(responseCode = "200", description = "The user as changed")
    public UserView patch(MergePatch patch) {
        User me = meForChange();
        me.change(patch.applyTo(UserInput.of(me), UserInput.class));
        return UserView.of(me);
    }

    /** In many transactions, however much there is. */
    @DELETE
    @InTurn
    @Conditional
    @Operation(operationId = "deleteMe", summary = "Delete the account and everything that belongs to it")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete() {
        user.requireOwnSignIn();
        erasure.erase(user.id(), me -> preconditions.check(() -> UserView.of(me)));
    }

    /** The hashes are made outside the transaction, like those of {@link SignIn}. */
    @PUT
    @Consumes(MediaTypes.JSON)
    @Path("/password")
    @InTurn
    @Conditional
    @Operation(operationId = "changePassword", summary = "Change the password; all other sessions end")
    @APIResponse(responseCode = "204", description = "Changed")
    public void changePassword(PasswordInput input) {
        user.requireOwnSignIn();
        User me = QuarkusTransaction.requiringNew().call(this::me);
        Optional<SignInLimits.Attempt> attempt = gate.pass(() -> limits.admit(me.id));
        if (me.passwordHash == null || !hasher.matches(input.currentPassword(), me.passwordHash)) {
            QuarkusTransaction.requiringNew().run(() -> trail.record(me.id, AuditEvent.PASSWORD_REFUSED, null));
            throw wrongPassword();
        }
        gate.pass(() -> limits.succeeded(attempt));
        String hash = hasher.hash(input.newPassword());
        QuarkusTransaction.requiringNew().run(() -> {
            User same = User.withPassword(me.id, me.passwordHash).orElseThrow(MeResource::wrongPassword);
            preconditions.check(() -> UserView.of(same));
            same.passwordHash = hash;
            Session.endOthers(user.id(), user.session());
            signIn.renew(user.id(), user.session());
            trail.record(user.id(), AuditEvent.PASSWORD_CHANGED, null);
        });
    }

    private static ProblemException wrongPassword() {
        return ProblemException.invalid("/currentPassword", IdentityFieldError.WRONG_PASSWORD);
    }

    private User meForChange() {
        User me = User.locked(user.id()).orElseThrow(MeResource::gone);
        preconditions.check(() -> UserView.of(me));
        return me;
    }

    /** The account may have been deleted since the token was checked. */
    private User me() {
        return User.of(user.id()).orElseThrow(MeResource::gone);
    }

    private static ProblemException gone() {
        return new ProblemException(CommonProblem.INVALID_TOKEN);
    }
}

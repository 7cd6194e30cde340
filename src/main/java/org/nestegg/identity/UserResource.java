package org.nestegg.identity;

import io.quarkus.hibernate.orm.panache.Panache;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.identity.audit.AuditEvent;
import org.nestegg.identity.audit.AuditTrail;
import org.nestegg.identity.session.Session;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.condition.Preconditions;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.MergePatch;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.limit.InTurn;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** All users, for admins. */
@Path("/api/v1/users")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Administration", description = "What admins see and change of users")
public class UserResource {

    private final Pages pages;
    private final Preconditions preconditions;
    private final AuditTrail trail;
    private final CurrentUser user;

    UserResource(Pages pages, Preconditions preconditions, AuditTrail trail, CurrentUser user) {
        this.pages = pages;
        this.preconditions = preconditions;
        this.trail = trail;
        this.user = user;
    }

    @GET
    @Transactional
    @Operation(operationId = "listUsers", summary = "Users, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<ManagedUserView>> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        UserFilter filter = UserFilter.read(query);
        PageRequest page = pages.read(query, uri, user.id());
        trail.record(user.id(), AuditEvent.ADMINISTERED, "users-listed");
        return page.answer(
                User.page(filter, page),
                ManagedUserView::of,
                found -> List.of(found.id.toString()),
                () -> User.count(filter));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Conditional
    @Operation(operationId = "getUser", summary = "One user")
    @APIResponse(responseCode = "200", description = "The user")
    public ManagedUserView get(UUID id) {
        User found = User.of(id).orElseThrow(ProblemException::notFound);
        trail.readByAdmin(id, "account");
        return ManagedUserView.of(found);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @InTurn
    @Conditional
    @Operation(
            operationId = "patchUser",
            summary = "Change a user's role, disable them, which ends all their sessions, or enable them (RFC 7396)."
                    + " Not with a personal token")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ManagedUserInput.class)))
    @APIResponse(responseCode = "200", description = "The user as changed")
    public ManagedUserView patch(UUID id, MergePatch patch) {
        user.requireOwnSignIn();
        Admins admins = Admins.locked();
        User found = User.locked(id).orElseThrow(ProblemException::notFound);
        preconditions.check(() -> ManagedUserView.of(found));
        ManagedUserInput input = patch.applyTo(ManagedUserInput.of(found), ManagedUserInput.class);
        if (input.role() != Role.ADMIN || input.disabled()) {
            admins.checkLeaving(id);
        }
        if (found.role != input.role()) {
            found.role = input.role();
            record(id, AuditEvent.ROLE_CHANGED, input.role().code);
        }
        if (found.disabled != input.disabled()) {
            found.disabled = input.disabled();
            record(id, found.disabled ? AuditEvent.DISABLED : AuditEvent.ENABLED, null);
            if (found.disabled) {
                Session.endAll(id);
            }
        }
        Panache.flush();
        return ManagedUserView.of(found);
    }

    /** In both trails; the admin's does not say whose account it was, so that it holds no trace of who is erased. */
    private void record(UUID id, AuditEvent event, String detail) {
        trail.record(id, event, null, detail);
        trail.record(user.id(), AuditEvent.ADMINISTERED, event.code());
    }
}

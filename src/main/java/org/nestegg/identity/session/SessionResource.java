package org.nestegg.identity.session;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.identity.audit.AuditEvent;
import org.nestegg.identity.audit.AuditTrail;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.limit.InTurn;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** Where the caller is signed in. */
@Path("/api/v1/me/sessions")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Identity")
public class SessionResource {

    private final Pages pages;
    private final AuditTrail trail;
    private final CurrentUser user;

    SessionResource(Pages pages, AuditTrail trail, CurrentUser user) {
        this.pages = pages;
        this.trail = trail;
        this.user = user;
    }

    @GET
    @Transactional
    @Operation(operationId = "listSessions", summary = "Where you are signed in, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<SessionView>> list(@Context UriInfo uri) {
        PageRequest page = pages.read(new QueryReader(uri.getQueryParameters()), uri, user.id());
        Optional<UUID> current = user.session();
        return page.answer(
                Session.page(user.id(), page),
                session -> SessionView.of(
                        session, current.filter(session.id::equals).isPresent()),
                session -> List.of(session.id.toString()),
                () -> Session.count(user.id()));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @InTurn
    @Operation(
            operationId = "endSession",
            summary = "End a session and all its tokens, everywhere. Not with a personal token")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(UUID id) {
        user.requireOwnSignIn();
        if (!Session.end(user.id(), id)) {
            throw ProblemException.notFound();
        }
        trail.record(user.id(), AuditEvent.SESSION_ENDED, id.toString());
    }

    @DELETE
    @Transactional
    @InTurn
    @Operation(operationId = "endSessions", summary = "End all sessions, this one included. Not with a personal token")
    @APIResponse(responseCode = "204", description = "Ended")
    public void endAll() {
        user.requireOwnSignIn();
        Session.endAll(user.id());
        trail.record(user.id(), AuditEvent.SESSIONS_ENDED, null);
    }
}

package org.nestegg.identity.token;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.identity.audit.AuditEvent;
import org.nestegg.identity.audit.AuditTrail;
import org.nestegg.platform.http.Created;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.limit.InTurn;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** Tokens for scripts and apps. */
@Path("/api/v1/me/tokens")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Identity")
public class PersonalTokenResource {

    private final Pages pages;
    private final AuditTrail trail;
    private final CurrentUser user;

    PersonalTokenResource(Pages pages, AuditTrail trail, CurrentUser user) {
        this.pages = pages;
        this.trail = trail;
        this.user = user;
    }

    @GET
    @Transactional
    @Operation(operationId = "listPersonalTokens", summary = "Personal access tokens, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<PersonalTokenView>> list(@Context UriInfo uri) {
        PageRequest page = pages.read(new QueryReader(uri.getQueryParameters()), uri, user.id());
        return page.answer(
                PersonalToken.page(user.id(), page),
                PersonalTokenView::of,
                token -> List.of(token.id.toString()),
                () -> PersonalToken.count(user.id()));
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @InTurn
    @Cache(noStore = true)
    @Operation(
            operationId = "createPersonalToken",
            summary = "Make a personal access token; the token itself is shown only now. Not with such a token")
    @APIResponse(
            responseCode = "201",
            description = "The token",
            content = @Content(schema = @Schema(implementation = PersonalTokenView.class)))
    public RestResponse<PersonalTokenView> create(TokenInput input) {
        user.requireOwnSignIn();
        PersonalToken.Issued issued = PersonalToken.create(user.id(), input);
        trail.record(user.id(), AuditEvent.TOKEN_CREATED, issued.token().name);
        return Created.at(
                "/api/v1/me/tokens/" + issued.token().id, PersonalTokenView.of(issued.token(), issued.secret()));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @InTurn
    @Operation(operationId = "deletePersonalToken", summary = "Revoke a personal access token. Not with such a token")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void delete(UUID id) {
        user.requireOwnSignIn();
        PersonalToken token = PersonalToken.of(user.id(), id).orElseThrow(ProblemException::notFound);
        token.delete();
        trail.record(user.id(), AuditEvent.TOKEN_REVOKED, token.name);
    }
}

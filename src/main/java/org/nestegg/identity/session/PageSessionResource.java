package org.nestegg.identity.session;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.identity.User;
import org.nestegg.identity.UserView;
import org.nestegg.platform.http.Created;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** The session of the page for people: no token that a script could read, but a cookie. */
@Path("/app/session")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Cache(noStore = true)
@Tag(
        name = "Page",
        description =
                "The session of the page at /, by a cookie. It is good for every operation where no Authorization is sent;"
                        + " with it, all but GET and HEAD need Sec-Fetch-Site: same-origin, or an Origin that is ours, and"
                        + " Nestegg-Page: 1, as signing in here does: otherwise 403, cross-site.")
public class PageSessionResource {

    private final SignIn signIn;
    private final CurrentUser user;

    PageSessionResource(SignIn signIn, CurrentUser user) {
        this.signIn = signIn;
        this.user = user;
    }

    @GET
    @Authenticated
    @Transactional
    @Operation(operationId = "getPageSession", summary = "Who is signed in; prolongs the session of a cookie")
    @APIResponse(
            responseCode = "200",
            description = "The user",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    public RestResponse<UserView> get() {
        User me = User.of(user.id()).orElseThrow(() -> new ProblemException(CommonProblem.INVALID_TOKEN));
        signIn.prolong(user.id(), user.session());
        return RestResponse.ok(UserView.of(me));
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @PermitAll
    @Operation(operationId = "startPageSession", summary = "Sign in at the page, or sign up")
    @APIResponse(
            responseCode = "200",
            description = "The user, signed in",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new user, signed in",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    @APIResponse(responseCode = "401", ref = "Problem401")
    @APIResponse(responseCode = "403", ref = "Problem403")
    @APIResponse(responseCode = "409", ref = "Problem409")
    @APIResponse(responseCode = "429", ref = "Problem429")
    public RestResponse<UserView> start(PageSessionInput input) {
        signIn.requirePage();
        return input.register() == null
                ? RestResponse.ok(signIn.loginAtPage(input.login()))
                : Created.at("/api/v1/me", signIn.registerAtPage(input.register()));
    }

    @DELETE
    @Authenticated
    @Transactional
    @Operation(operationId = "endPageSession", summary = "Sign out: end this session; the browser forgets its cookie")
    @APIResponse(responseCode = "204", description = "Signed out")
    public void end() {
        signIn.end(user.id(), user.session());
    }
}

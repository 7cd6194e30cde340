package org.nestegg.identity.session;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.identity.RegisterInput;
import org.nestegg.platform.http.Created;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.NoInput;
import org.nestegg.platform.security.CurrentUser;

/** Signing up, in and out. */
@Path("/api/v1/auth")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Cache(noStore = true)
@Tag(name = "Identity", description = "Registration, sign-in, and what belongs to a user: sessions, tokens, activity")
public class AuthResource {

    private final SignIn signIn;
    private final CurrentUser user;

    AuthResource(SignIn signIn, CurrentUser user) {
        this.signIn = signIn;
        this.user = user;
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Path("/register")
    @PermitAll
    @Operation(operationId = "register", summary = "Sign up")
    @APIResponse(
            responseCode = "201",
            description = "The new user, signed in",
            content = @Content(schema = @Schema(implementation = TokenView.class)))
    @APIResponse(responseCode = "409", ref = "Problem409")
    @APIResponse(responseCode = "429", ref = "Problem429")
    public RestResponse<TokenView> register(RegisterInput input) {
        return Created.at("/api/v1/me", signIn.register(input));
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Path("/login")
    @PermitAll
    @Operation(operationId = "login", summary = "Sign in with e-mail address and password")
    @APIResponse(responseCode = "200", description = "A new session's tokens")
    @APIResponse(responseCode = "401", ref = "Problem401")
    @APIResponse(responseCode = "403", ref = "Problem403")
    @APIResponse(responseCode = "429", ref = "Problem429")
    public TokenView login(LoginInput input) {
        return signIn.login(input);
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Path("/refresh")
    @PermitAll
    @Operation(operationId = "refresh", summary = "Trade a refresh token for new tokens; it is used up")
    @APIResponse(responseCode = "200", description = "New tokens of the same session")
    @APIResponse(responseCode = "401", ref = "Problem401")
    @APIResponse(responseCode = "429", ref = "Problem429")
    public TokenView refresh(RefreshInput input) {
        return signIn.refresh(input);
    }

    @POST
    @Path("/logout")
    @Authenticated
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = NoInput.class)))
    @Operation(operationId = "logout", summary = "Sign out: end this session and all its tokens, everywhere")
    @APIResponse(responseCode = "204", description = "Signed out")
    public void logout(NoInput nothing) {
        signIn.end(user.id(), user.session());
    }
}

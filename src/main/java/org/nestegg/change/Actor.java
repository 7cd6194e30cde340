package org.nestegg.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.security.SignedIn;

/**
 * Who made a change.
 *
 * @param type what kind of actor it is: {@code session}, {@code token}, {@code schedule} or {@code service}
 * @param id of the session or the token; null of others, and of whoever signs in elsewhere
 * @param name what the user calls it; null of a session
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"type": "token", "id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "name": "Backup script"}
        """)
public record Actor(
        @Schema(required = true) ActorType type,

        @Schema(description = "Of the session or the token") UUID id,
        @Schema(description = "What the user calls it") String name) {

    static Actor of(SignedIn caller) {
        Optional<SignedIn.PersonalToken> token = caller.token();
        return token.map(known -> new Actor(ActorType.TOKEN, known.id(), known.name()))
                .orElseGet(() -> new Actor(ActorType.SESSION, caller.session().orElse(null), null));
    }
}

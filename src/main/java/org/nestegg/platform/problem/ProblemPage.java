package org.nestegg.platform.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a problem code means and what to do about it. */
@Schema(description = "What a problem code means and what to do about it.", examples = """
                {"type": "/problems/email-taken", "code": "email-taken", "title": "E-mail address taken", "status": 409,
                 "detail": "There is already an account with this e-mail address.",
                 "remedy": "Sign in with it, or register another address. Addresses are compared without case."}
                """)
record ProblemPage(
        @Schema(required = true, format = "uri-reference") String type,

        @Schema(required = true) String code,

        @Schema(required = true) String title,

        @Schema(required = true, description = "The HTTP status that it is answered with")
        int status,

        @Schema(required = true, description = "What happened")
        String detail,

        @Schema(required = true, description = "What the caller can do about it")
        String remedy,

        @JsonIgnore @Schema(hidden = true) Locale language) {

    static ProblemPage of(ProblemCode code, Locale language, String detail) {
        return new ProblemPage(
                code.type(), code.code(), code.title(language), code.status(), detail, code.remedy(language), language);
    }
}

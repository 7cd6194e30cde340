package org.nestegg.diagnostics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.QueryParameter;

/** A greeting. */
@Schema(examples = """
        {"message": "Hello Luis"}
        """)
record Greeting(@Schema(required = true) String message) {

    static final QueryParameter<String> NAME =
            QueryParameter.text("name", "Whom to greet").withExample("Luis");
}

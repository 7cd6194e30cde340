package org.nestegg.platform.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.nestegg.platform.http.RequestLimits;
import org.nestegg.platform.page.Pages;

/** The parts of the document that operations refer to by name. */
final class Components {

    static final String BEARER = "bearer";
    static final String BASIC = "basic";
    static final List<String> PAGING = List.of("limit", "cursor", "count");

    static final String IDEMPOTENCY_KEY = "idempotencyKey";
    static final String IF_MATCH = "ifMatch";
    static final String IF_NONE_MATCH = "ifNoneMatch";

    private Components() {}

    static void addTo(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token, from register, login or refresh"))
                .addSecurityScheme(
                        BASIC,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("The token as user name and an empty password, for curl and scripts"))
                .addParameter("limit", QueryParameters.describe(document, Pages.LIMIT))
                .addParameter(
                        "cursor",
                        OASFactory.createParameter()
                                .name(Pages.CURSOR)
                                .in(Parameter.In.QUERY)
                                .description("Where the page starts, from the next of the page before")
                                .schema(text().maxLength(RequestLimits.URI)))
                .addParameter("count", QueryParameters.describe(document, Pages.COUNT))
                .addParameter(
                        IDEMPOTENCY_KEY,
                        header(
                                "Idempotency-Key",
                                "Lets the request be repeated: whoever sends it again within 24 hours gets the first answer",
                                255))
                .addParameter(
                        IF_MATCH,
                        header(
                                "If-Match",
                                "Only if the object's ETag is one of these (RFC 9110)",
                                RequestLimits.HEADERS))
                .addParameter(
                        IF_NONE_MATCH,
                        header(
                                "If-None-Match",
                                "Only if the object's ETag is none of these (RFC 9110)",
                                RequestLimits.HEADERS));
    }

    static Parameter parameter(String name) {
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Parameter header(String name, String description, int maxLength) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(text().maxLength(maxLength));
    }
}

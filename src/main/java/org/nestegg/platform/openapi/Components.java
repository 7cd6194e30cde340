package org.nestegg.platform.openapi;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.nestegg.platform.http.RequestLimits;

/** The parts of the document that operations refer to by name. */
final class Components {

    private static final String DECIMAL =
            "A decimal below 10^13 with at most the currency's decimals; a JSON number is taken, too.";

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
                .addSchema(
                        "CurrencyCode", text("An ISO 4217 currency code", "EUR").pattern("^[A-Z]{3}$"))
                .addSchema("LanguageTag", text("A language tag (BCP 47)", "en").maxLength(35))
                .addSchema(
                        "Amount",
                        amount("-?")
                                .description(DECIMAL + " An expense may have either sign, an income is"
                                        + " positive; never zero."))
                .addSchema("Change", amount("-?").description(DECIMAL))
                .addSchema("PositiveAmount", amount("").description(DECIMAL))
                .addSchema("Bound", amount("-?"))
                .addSchema("Money", money())
                .addSchema("NullableMoney", money().addType(SchemaType.NULL))
                .addParameter("limit", query("limit", "Items on a page", integer()))
                .addParameter(
                        "cursor",
                        query(
                                "cursor",
                                "Where the page starts, from the next of the page before",
                                text().maxLength(RequestLimits.URI)))
                .addParameter("count", query("count", "Whether to say the total", type(SchemaType.BOOLEAN)))
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

    private static Schema money() {
        return text("A decimal with exactly the currency's minor units", "50.00")
                .pattern("^-?\\d+(\\.\\d{1,4})?$");
    }

    private static Schema amount(String sign) {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .pattern("^" + sign + "\\d{1,13}(\\.\\d{1,4})?$")
                .addExample("50.00");
    }

    private static Schema text(String description, String example) {
        return text().description(description).addExample(example);
    }

    private static Schema text() {
        return type(SchemaType.STRING);
    }

    private static Schema integer() {
        return type(SchemaType.INTEGER)
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(100))
                .defaultValue(25);
    }

    private static Schema type(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    private static Parameter header(String name, String description, int maxLength) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(text().maxLength(maxLength));
    }

    private static Parameter query(String name, String description, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(schema);
    }
}

package org.nestegg.identity;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.nestegg.platform.openapi.QueryParameters;

/** What the OpenAPI document says of accounts beyond the annotations: what users are searched by. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class IdentityDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addSchema(
                        "LanguageTag",
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .description("A language tag (BCP 47)")
                                .addExample("en")
                                .maxLength(35));
        document.getComponents()
                .addSchema(
                        "TimeZone",
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .description("The name of a time zone (IANA), whose calendar days are the user's")
                                .addExample("Europe/Madrid")
                                .maxLength(64));
        new QueryParameters(document).add("listUsers", UserFilter.PARAMETERS);
    }
}

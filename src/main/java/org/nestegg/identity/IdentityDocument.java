package org.nestegg.identity;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.nestegg.platform.openapi.QueryParameters;

/** What the OpenAPI document says of accounts beyond the annotations: what users are searched by. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class IdentityDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new QueryParameters(document).text("listUsers", "q", "Part of address or name, without case");
    }
}

package org.nestegg.account;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.nestegg.platform.openapi.QueryParameters;

/** What the OpenAPI document says of accounts beyond the annotations: their filters. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class AccountDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new QueryParameters(document)
                .add("listAccounts", AccountFilter.PARAMETERS)
                .add("deleteAccount", AccountFilter.CASCADE);
    }
}

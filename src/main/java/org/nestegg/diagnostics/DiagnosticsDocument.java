package org.nestegg.diagnostics;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.nestegg.platform.openapi.QueryParameters;

/** What the OpenAPI document says beyond the annotations: whom to greet, and that the echo takes any query. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class DiagnosticsDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        QueryParameters parameters = new QueryParameters(document);
        for (String operation : List.of("echoGet", "echoPost", "echoPut", "echoPatch", "echoDelete")) {
            parameters.any(operation, "Anything");
        }
        parameters.add("hello", Greeting.NAME);
    }
}

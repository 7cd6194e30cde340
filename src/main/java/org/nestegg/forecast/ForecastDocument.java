package org.nestegg.forecast;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.nestegg.platform.openapi.QueryParameters;

/** What the OpenAPI document says of forecasts beyond the annotations: what can be asked for. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class ForecastDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new QueryParameters(document).add("getForecast", Question.PARAMETERS);
    }
}

package org.nestegg.overview;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.openapi.QueryParameters;
import org.nestegg.transaction.sum.BalanceInterval;
import org.nestegg.transaction.sum.Intervals;

/** What the OpenAPI document says of the overview beyond the annotations: what can be asked for. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class OverviewDocument implements OASFilter {

    private static final List<QueryParameter<?>> PARAMETERS =
            List.of(Intervals.FROM, Intervals.TO, BalanceInterval.PARAMETER);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new QueryParameters(document).add("getOverview", PARAMETERS);
    }
}

package org.nestegg.transaction.sum;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.nestegg.platform.openapi.QueryParameters;
import org.nestegg.rate.Conversion;

/** What the OpenAPI document says of sums beyond the annotations: what they are asked for. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class SumDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new QueryParameters(document)
                .add("summarizeTransactions", Summary.PARAMETERS)
                .add("getAccountBalances", Balances.PARAMETERS)
                .add("getBalances", TotalBalance.DATE, Conversion.PARAMETER);
    }
}

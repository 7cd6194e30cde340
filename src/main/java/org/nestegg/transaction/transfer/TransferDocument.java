package org.nestegg.transaction.transfer;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.nestegg.platform.openapi.QueryParameters;
import org.nestegg.transaction.Transaction;

/** What the OpenAPI document says of transfers beyond the annotations: their filters, and how long a tag is. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class TransferDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .getSchemas()
                .get("TransferInput")
                .getProperties()
                .get("tags")
                .getItems()
                .minLength(1)
                .maxLength(Transaction.MAX_TAG);
        new QueryParameters(document).add("listTransfers", TransferFilter.PARAMETERS);
    }
}

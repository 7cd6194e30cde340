package org.nestegg.rule;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.nestegg.platform.openapi.QueryParameters;
import org.nestegg.transaction.Transaction;

/** What the OpenAPI document says of rules beyond the annotations: days and pages, and how long tags are. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class RuleDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new QueryParameters(document).add("previewRule", RuleDays.PARAMETERS).add("applyRule", RuleDays.PARAMETERS);
        Operation preview =
                document.getPaths().getPathItem("/api/v1/rules/preview").getPOST();
        preview.addParameter(OASFactory.createParameter().ref("#/components/parameters/limit"));
        preview.addParameter(OASFactory.createParameter().ref("#/components/parameters/cursor"));
        document.getComponents()
                .getSchemas()
                .get("RuleActionInput")
                .getProperties()
                .get("addTags")
                .getItems()
                .minLength(1)
                .maxLength(Transaction.MAX_TAG);
    }
}

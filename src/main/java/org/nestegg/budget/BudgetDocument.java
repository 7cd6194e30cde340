package org.nestegg.budget;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.nestegg.platform.openapi.QueryParameters;
import org.nestegg.transaction.Transaction;

/** What the OpenAPI document says of budgets beyond the annotations: days and filters, and how long categories and tags are. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class BudgetDocument implements OASFilter {

    private static final String CURRENT = "current";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        QueryParameters parameters = new QueryParameters(document)
                .add("listBudgets", BudgetFilter.PARAMETERS)
                .add("getBudgetPeriods", PeriodFilter.PARAMETERS);
        List.of("createBudget", "getBudget", "replaceBudget", "patchBudget", "deleteBudget")
                .forEach(operation -> parameters.add(operation, BudgetFilter.DATE));
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Map<String, Schema> shown = schemas.get("Budget").getProperties();
        schemas.get("Budget")
                .addProperty(
                        CURRENT,
                        orNull(schemas.get("BudgetPeriod"))
                                .description(shown.get(CURRENT).getDescription()));
        Map<String, Schema> fields = schemas.get("BudgetInput").getProperties();
        fields.get("categories").getItems().minLength(1).maxLength(Transaction.MAX_CATEGORY);
        fields.get("tags").getItems().minLength(1).maxLength(Transaction.MAX_TAG);
    }

    /** Said in full: generators know no type that is another or null. */
    private static Schema orNull(Schema schema) {
        Schema copy = OASFactory.createSchema();
        schema.getAll().forEach(copy::set);
        copy.setType(List.of(SchemaType.OBJECT, SchemaType.NULL));
        return copy;
    }
}

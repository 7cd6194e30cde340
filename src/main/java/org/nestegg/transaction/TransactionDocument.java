package org.nestegg.transaction;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.nestegg.change.AsOf;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.openapi.QueryParameters;
import org.nestegg.platform.openapi.Schemas;

/** What the OpenAPI document says of transactions beyond the annotations: filters, the CSV, bodies without a type. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class TransactionDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema("EntryInput", withoutType(document));
        changes(document);
        new QueryParameters(document)
                .add("listTransactions", TransactionFilter.PARAMETERS)
                .add("getTransaction", AsOf.PARAMETER)
                .add("listIncomes", TransactionFilter.OF_ONE_TYPE)
                .add("listExpenses", TransactionFilter.OF_ONE_TYPE)
                .add("listCategories", CategoryFilter.PARAMETERS);
        document.getPaths()
                .getPathItem("/api/v1/transactions")
                .getGET()
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .addMediaType(MediaTypes.CSV, csv());
    }

    private static MediaType csv() {
        return OASFactory.createMediaType()
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .description("RFC 4180, with a header row; all that match, no paging"))
                .example(
                        "id,type,date,description,amount,currency,category,tags,notes,createdAt,updatedAt,account,accountId,externalId,"
                                + "transferId\r\n");
    }

    /** The entries of a batch: no more than it takes, and changes with the fields that they may have. */
    private static void changes(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Schema input = schemas.get("TransactionInput");
        input.getProperties().get("tags").getItems().minLength(1).maxLength(Transaction.MAX_TAG);
        Schemas.patchOf(input)
                .getProperties()
                .forEach((name, field) -> schemas.get("TransactionChange").addProperty(name, field));
        schemas.get("BatchInput").getProperties().values().forEach(list -> list.setMaxItems(BatchInput.MAX_ENTRIES));
    }

    private static Schema withoutType(OpenAPI document) {
        Schema input = document.getComponents().getSchemas().get("TransactionInput");
        Map<String, Schema> fields = new LinkedHashMap<>(input.getProperties());
        fields.remove("type");
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("All that a caller says of an income or expense; the path says which it is.")
                .properties(fields)
                .required(input.getRequired().stream()
                        .filter(name -> !name.equals("type"))
                        .toList())
                .addExample("""
                        {"description": "Pizza", "amount": "50", "date": "2026-11-20", "category": "food",
                         "tags": ["friday", "friends"]}
                        """);
    }
}

package org.nestegg.transaction;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.nestegg.shared.http.MediaTypes;

/** What the OpenAPI document says of transactions beyond the annotations: filters, the CSV, bodies without a type. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class TransactionDocument implements OASFilter {

    private static final Set<String> LISTS = Set.of("listTransactions", "listIncomes", "listExpenses");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema("EntryInput", withoutType(document));
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(TransactionDocument::complete);
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

    private static void complete(Operation operation) {
        String id = operation.getOperationId();
        if (id.equals("listTransactions")) {
            add(
                    operation,
                    "type",
                    "Only incomes or only expenses",
                    choice(TransactionType.values(), TransactionType::code));
            operation
                    .getResponses()
                    .getAPIResponse("200")
                    .getContent()
                    .addMediaType(
                            MediaTypes.CSV,
                            OASFactory.createMediaType()
                                    .schema(schema().description(
                                                    "RFC 4180, with a header row; all that match, no paging"))
                                    .example("id,type,date,description,amount,currency,category,tags,notes,createdAt,"
                                            + "updatedAt\r\n"));
        }
        if (LISTS.contains(id)) {
            add(operation, "from", "The first day", schema().format("date"));
            add(operation, "to", "The last day", schema().format("date"));
            add(operation, "category", "The category, exactly", schema());
            add(operation, "tag", "A tag, exactly", schema());
            add(operation, "q", "Part of description, notes or category, without case", schema());
            add(operation, "minAmount", "The least amount, with its sign", schema());
            add(operation, "maxAmount", "The greatest amount, with its sign", schema());
            add(operation, "currency", "The currency", OASFactory.createSchema().ref("CurrencyCode"));
            add(
                    operation,
                    "sort",
                    "The order; - is descending",
                    choice(TransactionSort.values(), TransactionSort::code));
        } else if (id.equals("listCategories")) {
            add(operation, "q", "Part of the name, without case", schema());
        }
    }

    private static void add(Operation operation, String name, String description, Schema schema) {
        operation.addParameter(OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(schema));
    }

    private static <T> Schema choice(T[] values, Function<T, String> naming) {
        List<Object> names = Arrays.stream(values).<Object>map(naming::apply).toList();
        return schema().enumeration(names);
    }

    private static Schema schema() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}

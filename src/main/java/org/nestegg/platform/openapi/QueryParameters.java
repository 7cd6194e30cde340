package org.nestegg.platform.openapi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.nestegg.platform.input.QueryReader;

/** Adds the query parameters, which {@code QueryReader} reads, to operations of the document. */
public final class QueryParameters {

    private final OpenAPI document;
    private final Map<String, Operation> operations;

    public QueryParameters(OpenAPI document) {
        this.document = document;
        operations = document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .collect(Collectors.toMap(Operation::getOperationId, operation -> operation));
    }

    public QueryParameters text(String operation, String name, String description) {
        return add(operation, name, description, type(SchemaType.STRING).maxLength(QueryReader.MAX_LENGTH));
    }

    /** An id, or one word. */
    public QueryParameters idOr(String word, String operation, String name, String description) {
        return add(
                operation,
                name,
                description,
                type(SchemaType.STRING).pattern("^(" + word + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$"));
    }

    public QueryParameters amount(String operation, String name, String description) {
        return add(operation, name, description, OASFactory.createSchema().ref("Bound"));
    }

    public QueryParameters day(String operation, String name, String description) {
        return add(operation, name, description, type(SchemaType.STRING).format("date"));
    }

    public QueryParameters currency(String operation, String name, String description) {
        return add(operation, name, description, OASFactory.createSchema().ref("CurrencyCode"));
    }

    public QueryParameters flag(String operation, String name, String description) {
        return add(operation, name, description, type(SchemaType.BOOLEAN));
    }

    public QueryParameters integer(String operation, String name, String description, int max) {
        return add(
                operation,
                name,
                description,
                type(SchemaType.INTEGER).minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(max)));
    }

    /**
     * One of the values of an enum, which is a component.
     *
     * @param type the component's name
     */
    public <E extends Enum<E>> QueryParameters choice(
            String operation, String name, String description, String type, E[] values, Function<E, String> naming) {
        if (!document.getComponents().getSchemas().containsKey(type)) {
            Schema choices = type(SchemaType.STRING)
                    .enumeration(List.copyOf(Arrays.stream(values).map(naming).toList()));
            choices.addExtension(
                    "x-enum-varnames", Arrays.stream(values).map(Enum::name).toList());
            document.getComponents().addSchema(type, choices);
        }
        return add(operation, name, description, OASFactory.createSchema().ref(type));
    }

    /** Any parameters whatever. */
    public QueryParameters any(String operation, String description) {
        return add(
                operation,
                "parameters",
                description,
                type(SchemaType.OBJECT).additionalPropertiesSchema(type(SchemaType.STRING)));
    }

    private QueryParameters add(String operation, String name, String description, Schema schema) {
        operations
                .get(operation)
                .addParameter(OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.QUERY)
                        .description(description)
                        .schema(schema));
        return this;
    }

    private static Schema type(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}

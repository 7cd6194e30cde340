package org.nestegg.platform.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.nestegg.platform.input.QueryParameter;

/** Describes query parameters to the document, as they are declared where they are read. */
public final class QueryParameters {

    private final OpenAPI document;
    private final Map<String, Operation> operations;

    public QueryParameters(OpenAPI document) {
        this.document = document;
        operations = document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .collect(Collectors.toMap(Operation::getOperationId, operation -> operation));
    }

    /** Adds some to an operation. */
    public QueryParameters add(String operation, QueryParameter<?>... parameters) {
        return add(operation, List.of(parameters));
    }

    /** Adds some to an operation. */
    public QueryParameters add(String operation, List<QueryParameter<?>> parameters) {
        parameters.forEach(parameter -> operations.get(operation).addParameter(describe(document, parameter)));
        return this;
    }

    /** Any parameters whatever. */
    public QueryParameters any(String operation, String description) {
        operations
                .get(operation)
                .addParameter(parameter(
                        "parameters",
                        description,
                        OASFactory.createSchema()
                                .addType(SchemaType.OBJECT)
                                .additionalPropertiesSchema(
                                        OASFactory.createSchema().addType(SchemaType.STRING))));
        return this;
    }

    /** A parameter as the document has it; an enum of values becomes a component. */
    static Parameter describe(OpenAPI document, QueryParameter<?> declared) {
        Parameter parameter = parameter(
                declared.name(),
                declared.description(),
                declared.choices().map(choices -> choice(document, choices)).orElseGet(() -> schema(declared)));
        declared.example().ifPresent(parameter::setExample);
        return parameter;
    }

    private static Schema choice(OpenAPI document, QueryParameter.Choices choices) {
        if (!document.getComponents().getSchemas().containsKey(choices.component())) {
            Schema schema =
                    OASFactory.createSchema().addType(SchemaType.STRING).enumeration(List.copyOf(choices.values()));
            schema.addExtension("x-enum-varnames", choices.constants());
            document.getComponents().addSchema(choices.component(), schema);
        }
        return OASFactory.createSchema().ref(choices.component());
    }

    private static Schema schema(QueryParameter<?> declared) {
        Schema schema = OASFactory.createSchema();
        declared.schema().forEach((keyword, value) -> {
            switch (keyword) {
                case "$ref" -> schema.setRef((String) value);
                case "type" ->
                    schema.addType(SchemaType.valueOf(value.toString().toUpperCase(java.util.Locale.ROOT)));
                case "format" -> schema.setFormat((String) value);
                case "pattern" -> schema.setPattern((String) value);
                case "maxLength" -> schema.setMaxLength((Integer) value);
                case "minimum" -> schema.setMinimum(new BigDecimal(value.toString()));
                case "maximum" -> schema.setMaximum(new BigDecimal(value.toString()));
                case "default" -> schema.setDefaultValue(value);
                case "example" -> schema.addExample(value);
                default -> throw new IllegalArgumentException("no such keyword: " + keyword);
            }
        });
        return schema;
    }

    private static Parameter parameter(String name, String description, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(schema);
    }
}

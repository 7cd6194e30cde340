package org.nestegg.rate;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.nestegg.platform.openapi.QueryParameters;

/** What the OpenAPI document says of rates beyond the annotations: parameters, and what rates look like. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class RateDocument implements OASFilter {

    /** What is shown. */
    static final String SHOWN = "^\\d+(\\.\\d+)?$";

    private static final String SENT = "^" + DatedRate.FORM + "$";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new QueryParameters(document)
                .add("getRates", RateFilter.DATE, RateFilter.BASE)
                .add("listMyRates", RateFilter.PARAMETERS);
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.contains("/rates/")) {
                Stream.concat(
                                Stream.ofNullable(item.getParameters()),
                                item.getOperations().values().stream()
                                        .map(Operation::getParameters)
                                        .filter(Objects::nonNull))
                        .flatMap(List::stream)
                        .forEach(RateDocument::bound);
            }
        });
        Map.of("Rates", SHOWN, "RatesInput", SENT)
                .forEach((schema, form) -> document.getComponents()
                        .getSchemas()
                        .get(schema)
                        .getProperties()
                        .get("rates")
                        .additionalPropertiesSchema(text().pattern(form)));
    }

    /** What a path has. */
    private static void bound(Parameter parameter) {
        parameter.setSchema(parameter.getName().equals("day") ? text().format("date") : text().pattern("^[A-Z]{3}$"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}

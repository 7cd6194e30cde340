package org.nestegg.money;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** How the OpenAPI document describes amounts and currencies, wherever they stand. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public class MoneyDocument implements OASFilter {

    private static final String DECIMAL =
            "A decimal below 10^13 with at most the currency's decimals; a JSON number is taken, too.";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addSchema(
                        "CurrencyCode",
                        text().description("An ISO 4217 currency code")
                                .addExample("EUR")
                                .pattern("^[A-Z]{3}$"))
                .addSchema(
                        "Amount",
                        amount("-?")
                                .description(DECIMAL
                                        + " An expense may have either sign, an income is positive; never zero."))
                .addSchema("SignedAmount", amount("-?").description(DECIMAL))
                .addSchema("PositiveAmount", amount("").description(DECIMAL))
                .addSchema("Money", money())
                .addSchema("NullableMoney", money().addType(SchemaType.NULL));
    }

    private static Schema money() {
        return text().description("A decimal with exactly the currency's minor units")
                .addExample("50.00")
                .pattern("^-?\\d+(\\.\\d{1,4})?$");
    }

    private static Schema amount(String sign) {
        return text().pattern("^" + sign + "\\d{1,13}(\\.\\d{1,4})?$").addExample("50.00");
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}

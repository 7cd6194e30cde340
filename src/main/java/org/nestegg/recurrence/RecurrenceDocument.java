package org.nestegg.recurrence;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** How the OpenAPI document describes recurrence rules, wherever they stand. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public class RecurrenceDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addSchema(
                        "Recurrence",
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .description(
                                        "A recurrence rule (RFC 5545, without RRULE:) of FREQ=DAILY, WEEKLY, MONTHLY or"
                                                + " YEARLY with INTERVAL (up to 1,000), COUNT (up to 10,000) or UNTIL (a day), BYDAY, BYMONTHDAY, BYMONTH,"
                                                + " BYSETPOS. A day that a month lacks is that month's last, except beside BYDAY and with"
                                                + " FREQ=DAILY, which only pick from the days that there are")
                                .addExample("FREQ=MONTHLY;BYMONTHDAY=25")
                                .minLength(1)
                                .maxLength(Recurrence.MAX_LENGTH));
    }
}

package org.nestegg.schedule;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.nestegg.platform.openapi.QueryParameters;
import org.nestegg.transaction.Transaction;

/** What the OpenAPI document says of schedules beyond the annotations: filters and days. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class ScheduleDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .getSchemas()
                .get("ScheduledTransactionInput")
                .getProperties()
                .get("tags")
                .getItems()
                .minLength(1)
                .maxLength(Transaction.MAX_TAG);
        new QueryParameters(document)
                .add("listSchedules", ScheduleFilter.PARAMETERS)
                .add("createSchedule", ScheduleFilter.CATCH_UP)
                .add("listOccurrences", OccurrenceFilter.PARAMETERS);
        Stream.of("post", "skip", "restore")
                .map(what -> document.getPaths().getPathItem("/api/v1/schedules/{id}/occurrences/{date}/" + what))
                .flatMap(path -> path.getPOST().getParameters().stream())
                .filter(parameter -> "date".equals(parameter.getName()))
                .forEach(parameter -> parameter.setSchema(
                        OASFactory.createSchema().addType(SchemaType.STRING).format("date")));
    }
}

package org.nestegg.change;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.openapi.QueryParameters;

/** What the OpenAPI document says of changes beyond the annotations: filters, the stream, and the seq of whatever changes. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class ChangeDocument implements OASFilter {

    private final IndexView index;

    /** @param index of the classes that are built */
    public ChangeDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new QueryParameters(document)
                .add("listChanges", ChangeFilter.PARAMETERS)
                .add("forgetChanges", ChangeFilter.BEFORE);
        Operation list = document.getPaths().getPathItem("/api/v1/changes").getGET();
        list.addParameter(OASFactory.createParameter()
                .name("Last-Event-ID")
                .in(Parameter.In.HEADER)
                .description("With text/event-stream: the id of the last event that has come; wins over after")
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .pattern("^\\d{1,18}$")
                        .maxLength(18)));
        list.getResponses()
                .getAPIResponse("200")
                .getContent()
                .addMediaType(
                        MediaTypes.EVENT_STREAM,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema()
                                        .addType(SchemaType.STRING)
                                        .description(
                                                "Server-sent events: id is the seq, event is change, data is a Change; or"
                                                        + " event is reset, where what was asked for is no longer kept, and data has"
                                                        + " latest. Without limit; ends with the session."))
                                .example("id: 7\nevent: reset\ndata: {\"latest\": 7}\n\n"));
        Operation one = document.getPaths().getPathItem("/api/v1/changes/{seq}").getGET();
        one.addParameter(OASFactory.createParameter().ref("#/components/parameters/limit"));
        one.addParameter(OASFactory.createParameter().ref("#/components/parameters/cursor"));
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> "seq".equals(parameter.getName()))
                .forEach(parameter -> parameter.schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .pattern("^[1-9]\\d{0,17}$")
                        .maxLength(18)));
        for (AnnotationInstance recorded : index.getAnnotations(Recorded.class)) {
            String kind = recorded.value().asString();
            document.getPaths().getPathItems().values().stream()
                    .flatMap(item -> item.getOperations().values().stream())
                    .filter(operation -> kind.equals(operation.getOperationId()))
                    .forEach(ChangeDocument::describe);
        }
    }

    private static void describe(Operation operation) {
        operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> response.getValue()
                        .addHeader(
                                RecordingInterceptor.HEADER,
                                OASFactory.createHeader()
                                        .description(
                                                "The seq of the change that this has made; none if it has changed nothing")
                                        .schema(OASFactory.createSchema().addType(SchemaType.STRING))));
    }
}

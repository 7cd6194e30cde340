package org.nestegg.statement;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.nestegg.platform.openapi.QueryParameters;
import org.nestegg.statement.format.Reading;
import org.nestegg.transaction.Transaction;

/** What the OpenAPI document says of imports beyond the annotations: parameters, and how a file is sent. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class StatementDocument implements OASFilter {

    private static final String TABLE = "date;description;amount\n2026-11-20;Pizza;-50.00\n";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new QueryParameters(document)
                .add("listImports", List.of(ImportFilter.STATE))
                .add("createImport", ImportFilter.OF_FILES)
                .add("listImportRows", ImportFilter.OF_ROWS)
                .add("undoImport", ImportFilter.KEEP);
        PathItem row = document.getPaths().getPathItem("/api/v1/imports/{id}/rows/{row}");
        Stream.of(row.getParameters(), row.getPATCH().getParameters())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(parameter -> "row".equals(parameter.getName()))
                .forEach(parameter ->
                        parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Reading.MAX_ROWS)));
        for (String patch : List.of("ImportRowPatch", "ImportRowsPatch")) {
            document.getComponents().getSchemas().get(patch).getProperties().values().stream()
                    .map(Schema::getItems)
                    .filter(items -> items != null && items.getType().contains(SchemaType.STRING))
                    .forEach(items -> items.minLength(1).maxLength(Transaction.MAX_TAG));
        }
        document.getPaths()
                .getPathItem("/api/v1/imports")
                .getPOST()
                .getRequestBody()
                .setContent(upload());
    }

    private static Content upload() {
        return OASFactory.createContent()
                .addMediaType(
                        "multipart/form-data",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema()
                                        .addType(SchemaType.OBJECT)
                                        .description("A form with the file, as browsers send it")
                                        .addRequired("file")
                                        .addProperty(
                                                "file",
                                                OASFactory.createSchema()
                                                        .addType(SchemaType.STRING)
                                                        .format("binary")))
                                .example(Map.of("file", TABLE)))
                .addMediaType(
                        "text/csv",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema()
                                        .addType(SchemaType.STRING)
                                        .maxLength(ReceivedFile.MAX_BYTES)
                                        .description("The bytes of the file"))
                                .example(TABLE))
                .addMediaType(
                        "*/*",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema()
                                        .addType(SchemaType.STRING)
                                        .format("binary")
                                        .description("The bytes of the file, whatever it is called"))
                                .example(TABLE));
    }
}

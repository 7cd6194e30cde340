package org.nestegg.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.problem.Problem;

/** Completes the document that the annotations give: security, problems, paging, merge patches, examples. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {

    private static final String LANGUAGE = "The language of the texts: en, de, es, fr or pt";
    private static final String VARY = "Accept-Language, which chooses it";

    /** What any answer may be, whatever is asked for. */
    private static final Set<Integer> ALWAYS = Set.of(400, 406, 413, 414, 422, 431, 500, 501, 503, 505);

    private static final Map<Integer, String> PROBLEMS = Map.ofEntries(
            Map.entry(400, "The request or its cursor cannot be understood"),
            Map.entry(401, "No token, or not a good one"),
            Map.entry(403, "Not with this token, or not for this user"),
            Map.entry(404, "No such object of the caller's"),
            Map.entry(406, "No answer in a media type that Accept allows"),
            Map.entry(409, "In conflict with what is there"),
            Map.entry(410, "It was there, and is no longer kept"),
            Map.entry(412, "If-Match or If-None-Match does not fit the object as it is"),
            Map.entry(413, "The body is larger than 1 MiB"),
            Map.entry(414, "Path and query are longer than 8 KiB"),
            Map.entry(415, "The body's media type is not taken here"),
            Map.entry(422, "Fields or parameters are at fault; each is named"),
            Map.entry(429, "More than the limit allows; Retry-After says how long to wait"),
            Map.entry(431, "The header fields are larger than 16 KiB together"),
            Map.entry(500, "Our fault"),
            Map.entry(501, "A transfer coding other than chunked"),
            Map.entry(503, "Not at the moment; Retry-After says when"),
            Map.entry(505, "Not HTTP/1.1 or HTTP/1.0"));

    private final Operations operations;

    /** @param index of the classes that are built */
    public ApiDocument(IndexView index) {
        operations = new Operations(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components.addTo(document);
        document.setServers(List.of(OASFactory.createServer().url("/")));
        PROBLEMS.forEach((status, description) ->
                document.getComponents().addResponse("Problem" + status, problem(status, description)));
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> complete(document, path, item, method, operation)));
        document.getComponents().getSchemas().entrySet().stream()
                .filter(schema ->
                        schema.getKey().endsWith("Input") && schema.getValue().getProperties() != null)
                .forEach(schema -> nullable(schema.getValue()));
        Schemas.simplify(document);
        Examples.addTo(document);
        document.getPaths().getPathItems().values().forEach(ApiDocument::sort);
    }

    /** What may be left out may also be null. */
    private static void nullable(Schema input) {
        List<String> required = Optional.ofNullable(input.getRequired()).orElse(List.of());
        new LinkedHashMap<>(input.getProperties()).forEach((name, field) -> {
            if (!required.contains(name)) {
                input.addProperty(name, Schemas.nullable(field));
            }
        });
    }

    /** As one would do it: look, make, change, delete. */
    private static void sort(PathItem item) {
        Map<PathItem.HttpMethod, Operation> operations = new EnumMap<>(item.getOperations());
        operations.keySet().forEach(method -> item.setOperation(method, null));
        Stream.of(
                        PathItem.HttpMethod.GET,
                        PathItem.HttpMethod.POST,
                        PathItem.HttpMethod.PUT,
                        PathItem.HttpMethod.PATCH,
                        PathItem.HttpMethod.DELETE)
                .filter(operations::containsKey)
                .forEach(method -> item.setOperation(method, operations.get(method)));
    }

    private void complete(
            OpenAPI document, String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
        String id = operation.getOperationId();
        boolean open = operations.isOpen(id);
        boolean reads = method == PathItem.HttpMethod.GET;
        if (open) {
            operation.setSecurity(List.of());
        } else {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(Components.BEARER));
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(Components.BASIC));
        }
        if (operation.getParameters() != null) {
            operation.setParameters(operation.getParameters().stream()
                    .sorted(Comparator.comparing(
                            parameter -> path.indexOf("{" + parameter.getName() + "}") & Integer.MAX_VALUE))
                    .toList());
        }
        if (operations.answersPage(id)) {
            Components.PAGING.forEach(name -> operation.addParameter(Components.parameter(name)));
            headers(operation.getResponses().getAPIResponse("200"), "Link", "The next page, rel=\"next\" (RFC 8288)");
        }
        if (method == PathItem.HttpMethod.PATCH) {
            patch(document, operation);
        }
        Set<Integer> problems = new TreeSet<>(ALWAYS);
        addIf(!open, problems, 401, 429);
        // A personal token may be for reading only.
        addIf(!open && !reads || operations.isForRoles(id), problems, 403);
        addIf(path.contains("{"), problems, 404);
        addIf(!open && !reads, problems, 409);
        addIf(operation.getRequestBody() != null, problems, 415);
        conditions(reads, operation, problems);
        repetition(method, operation);
        problems.forEach(status -> operation
                .getResponses()
                .addAPIResponse(
                        Integer.toString(status),
                        OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status)));
        headers(operation.getResponses().getAPIResponse("201"), "Location", "The path of what was created");
        operation
                .getResponses()
                .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
    }

    /** What is single has an entity tag, and can be read and changed on conditions. */
    private void conditions(boolean reads, Operation operation, Set<Integer> problems) {
        boolean conditional = operations.isConditional(operation.getOperationId());
        if (operations.answersTagged(operation.getOperationId()) || conditional && reads) {
            operation.getResponses().getAPIResponses().values().stream()
                    .filter(response -> response.getContent() != null)
                    .forEach(response ->
                            headers(response, "ETag", "What the object is now, for If-Match and If-None-Match"));
        }
        if (!conditional) {
            return;
        }
        if (reads) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse().description("As If-None-Match says the caller knows it"));
        }
        operation.addParameter(Components.parameter(reads ? Components.IF_NONE_MATCH : Components.IF_MATCH));
        problems.add(412);
    }

    private void repetition(PathItem.HttpMethod method, Operation operation) {
        if (method != PathItem.HttpMethod.POST) {
            return;
        }
        if (!operations.isIdempotent(operation.getOperationId())) {
            operation.setDescription(
                    "An Idempotency-Key has no effect here: the answer is not kept to be given again.");
            return;
        }
        operation.addParameter(Components.parameter(Components.IDEMPOTENCY_KEY));
        operation.getResponses().getAPIResponses().values().stream()
                .filter(response -> response.getRef() == null)
                .forEach(response ->
                        headers(response, "Idempotency-Replayed", "true where this is the first answer once more"));
    }

    private static void addIf(boolean condition, Set<Integer> problems, Integer... statuses) {
        if (condition) {
            problems.addAll(List.of(statuses));
        }
    }

    /** A patch has the fields of the input, but none is required and any may be null; it comes in two media types. */
    private static void patch(OpenAPI document, Operation operation) {
        Map<String, MediaType> bodies = operation.getRequestBody().getContent().getMediaTypes();
        MediaType body = bodies.values().iterator().next();
        if (body.getSchema() == null || body.getSchema().getRef() == null) {
            return;
        }
        String input = body.getSchema().getRef().substring("#/components/schemas/".length());
        String name = input.replace("Input", "Patch");
        Schema full = document.getComponents().getSchemas().get(input);
        document.getComponents().addSchema(name, Schemas.patchOf(full).examples(full.getExamples()));
        MediaType media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(name));
        operation
                .getRequestBody()
                .setContent(OASFactory.createContent()
                        .addMediaType(MediaTypes.MERGE_PATCH, media)
                        .addMediaType(MediaTypes.JSON, media));
    }

    private static void headers(APIResponse response, String name, String description) {
        if (response != null) {
            response.addHeader(name, Components.header(description));
        }
    }

    private static APIResponse problem(int status, String description) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))));
        headers(response, "Content-Language", LANGUAGE);
        headers(response, "Vary", VARY);
        if (status == 401) {
            headers(response, "WWW-Authenticate", "How to sign a request: Bearer and Basic");
        } else if (status == 403) {
            headers(response, "WWW-Authenticate", "With insufficient-scope: the scope that is needed (RFC 6750)");
        } else if (status == 429) {
            headers(response, "Retry-After", "Seconds to wait");
            headers(response, "RateLimit", "What is left of the limit, and when there is more");
            headers(response, "RateLimit-Policy", "The limit");
        } else if (status == 503) {
            headers(response, "Retry-After", "Seconds to wait");
        }
        return response;
    }
}

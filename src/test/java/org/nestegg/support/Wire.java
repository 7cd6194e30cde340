package org.nestegg.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.http.Headers;
import io.restassured.internal.ResponseParserRegistrar;
import io.restassured.internal.RestAssuredResponseImpl;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.util.EntityUtils;

/**
 * Requests without detours, for tests that make thousands: what REST Assured does for each takes longer than what the service does.
 * Bodies and headers are sent byte for byte; paths are normalised, so that an unusual one is for {@link RawHttp}.
 * Every answer is checked against the OpenAPI document here, too.
 */
public final class Wire {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Its own: REST Assured has its clients send and do more. */
    private static final KeptConnections CONNECTIONS = new KeptConnections();

    private Wire() {}

    /** What was answered; its body is empty if there was none. */
    public record Answer(int status, List<Header> headers, String body) {

        /** The same as REST Assured has it, to say what is expected. */
        public ValidatableResponse then() {
            RestAssuredResponseImpl response = new RestAssuredResponseImpl();
            response.setConfig(ApiTest.CONFIG);
            response.setRpr(new ResponseParserRegistrar());
            response.setStatusCode(status);
            response.setStatusLine("HTTP/1.1 " + status);
            response.setResponseHeaders(new Headers(headers.stream()
                    .map(header -> new io.restassured.http.Header(header.getName(), header.getValue()))
                    .toList()));
            response.setContentType(header("Content-Type").stream().findFirst().orElse(""));
            response.setContent(body);
            return response.then();
        }

        public List<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.getName().equalsIgnoreCase(name))
                    .map(Header::getValue)
                    .toList();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError(body, e);
            }
        }
    }

    /** The header of whoever shows a token. */
    public static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param path with its query, encoded
     * @param headers what a body is, too, unless it is JSON
     * @param body empty for none
     */
    public static Answer send(String method, String path, Map<String, String> headers, byte[] body) {
        RequestBuilder parts = RequestBuilder.create(method)
                .setUri(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .setHeader("Accept", "*/*");
        if (body.length > 0 || headers.containsKey("Content-Type")) {
            parts.setHeader("Content-Type", "application/json").setEntity(new ByteArrayEntity(body));
        }
        headers.forEach(parts::setHeader);
        HttpUriRequest request = parts.build();
        try {
            HttpResponse response = CONNECTIONS.ofThisThread().execute(request);
            HttpEntity entity = response.getEntity();
            Answer answer = new Answer(
                    response.getStatusLine().getStatusCode(),
                    List.copyOf(Arrays.asList(response.getAllHeaders())),
                    entity == null ? "" : EntityUtils.toString(entity, StandardCharsets.UTF_8));
            check(request, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(HttpUriRequest request, Answer answer) {
        String type = answer.header("Content-Type").stream().findFirst().orElse(null);
        Contract.served()
                .fault(request.getMethod(), request.getURI().getRawPath(), answer.status, type, answer.body)
                .ifPresent(fault -> {
                    throw new AssertionError(request + " broke the contract: " + fault + "\n" + answer.body);
                });
    }
}

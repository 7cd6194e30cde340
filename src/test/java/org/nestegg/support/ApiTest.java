package org.nestegg.support;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.specification.RequestSpecification;

/** A test of the API over HTTP, as any client would use it; every answer is checked against the OpenAPI document. */
public abstract class ApiTest {

    protected static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL))
            .httpClient(HttpClientConfig.httpClientConfig().httpClientFactory(new KeptConnections()::ofThisThread));

    static {
        CompiledPaths.install();
    }

    /** A request of nobody. */
    protected static RequestSpecification api() {
        return given().config(CONFIG).filter(ContractFilter.INSTANCE);
    }

    /** A request with a JSON body, given as text so that it says exactly what is sent. */
    protected static RequestSpecification json(String body) {
        return json(api(), body);
    }

    /** A request with a body of any type, sent byte for byte. */
    protected static RequestSpecification raw(RequestSpecification request, String contentType, byte[] body) {
        return request.config(CONFIG.encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(contentType.split(";")[0], ContentType.BINARY)))
                .header("Content-Type", contentType)
                .body(body);
    }

    protected static RequestSpecification json(RequestSpecification request, String body) {
        return request.contentType("application/json").body(body.replace('\'', '"'));
    }

    /** The id at the end of a path, such as that of a {@code Location}. */
    protected static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

package org.nestegg.app;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.RawHttp;

/** The page and its files, as browsers get them. */
@QuarkusTest
class AppTest extends ApiTest {

    private static final String LIT = "/_static/lit-html/3.3.3/lit-html.js";
    private static final String SCALES = "/webjars/d3-scale/4.0.2/dist/d3-scale.min.js";
    static final String WORKER = "/app/sw.js";

    @Test
    void thePageMayDoNothingButWhatItIsMadeFor() throws IOException, GeneralSecurityException {
        byte[] map = new Shell().importMap().getBytes(StandardCharsets.UTF_8);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(map));
        request()
                .get("/")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self' 'sha256-" + hash + "'; style-src 'self';"
                                + " img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self';"
                                + " worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                                + " require-trusted-types-for 'script'")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", containsString("geolocation=()"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Set-Cookie", nullValue())
                .body(containsString("<title>Nestegg</title>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", LIT, SCALES, WORKER})
    void whatABrowserHasIsOnlyAskedWhetherItIsTheSame(String path) {
        Response whole = request().get(path);
        String tag = whole.header("ETag");
        assertEquals(200, whole.statusCode());
        assertEquals("no-cache", whole.header("Cache-Control"));
        request()
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .body(emptyString())
                .header("ETag", tag)
                .header("Content-Security-Policy", whole.header("Content-Security-Policy"));
        request().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        request().head(path).then().statusCode(200).body(emptyString()).header("ETag", tag);
        request().header("Range", "bytes=0-9").get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", LIT, SCALES})
    void whatCompressesIsCompressed(String path) throws IOException {
        RawHttp.Answer plain = get(path, "identity");
        RawHttp.Answer zipped = get(path, "br, gzip");
        assertEquals(Optional.empty(), plain.header("Content-Encoding"));
        assertEquals(Optional.of("gzip"), zipped.header("Content-Encoding"));
        assertEquals(
                Optional.of(path.equals("/") ? "cookie, Accept-Encoding" : "Accept-Encoding"), zipped.header("Vary"));
        assertTrue(length(zipped) < length(plain), zipped::head);
        assertEquals(plain.header("ETag"), zipped.header("ETag"));
    }

    private static RawHttp.Answer get(String path, String encodings) throws IOException {
        return RawHttp.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: " + encodings
                        + "\r\n\r\n")
                .getFirst();
    }

    private static int length(RawHttp.Answer answer) {
        return Integer.parseInt(answer.header("Content-Length").orElseThrow());
    }

    @Test
    void filesHaveTheTypesThatBrowsersInsistOn() {
        request().get(LIT).then().contentType("text/javascript;charset=UTF-8");
        request().get(SCALES).then().contentType("text/javascript;charset=UTF-8");
        request().get(LIT).then().header("Content-Security-Policy", startsWith("default-src 'none'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app",
                "/app/",
                "/app/base",
                "/app/nowhere.js",
                "/app/nowhere",
                "/app/files.txt",
                "/app/sw.js/",
                "/index.html",
                "/_static",
                "/_static/",
                "/_static/lit/3.3.3/",
                "/_static/lit/3.3.3/index.d.ts",
                "/_static/lit/3.3.3/index.js.map",
                "/_static/lit/3.3.3/package.json",
                "/_static/lit/3.3.3/LICENSE",
                "/_static/lit/3.3.2/index.js",
                "/_static/lit-html/3.3.3/development/lit-html.js",
                "/_static/lit-html/3.3.3/node/lit-html.js",
                "/webjars/d3-scale/4.0.2/dist/d3-scale.js",
                "/webjars/d3-scale/4.0.2/src/index.js",
                "/webjars/d3-scale/4.0.2/LICENSE",
                "/webjars/",
                "/META-INF/resources/app/index.html",
                "/app/../application.properties",
                "/app/../../../application.properties",
                "/app/../../../org/nestegg/app/AppRoutes.class",
                "/app/%2e%2e/%2e%2e/git.properties",
                "/app/..%2f..%2fgit.properties",
                "/app/..%5c..%5cgit.properties",
                "/app%2findex.html",
                "/app%2Fsw.js",
                "/%61pp%2fsw.js",
                "/_static%2flit%2f3.3.3%2findex.js",
                "/%5fstatic/lit%2f3.3.3/index.js",
                "/app/.index.html",
                "/_static/%2e%2e/.more.tgz",
                "/_static/../../.more.tgz",
                "/_static//lit/3.3.3/index.js%00.png"
            })
    void nothingElseIsThere(String path) throws IOException {
        RawHttp.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .getFirst()
                .isProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", LIT, WORKER})
    void filesAreOnlyRead(String path) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            request()
                    .request(method, path)
                    .then()
                    .statusCode(405)
                    .header("Allow", "GET, HEAD")
                    .contentType("application/problem+json")
                    .body("code", equalTo("method-not-allowed"));
        }
        request().post("/app/nowhere.js").then().statusCode(404);
    }

    @Test
    void aPathOfManyPartsIsNoWork() {
        request().get("/app" + "/a".repeat(3_500)).then().statusCode(404);
    }

    @Test
    void theWorkerKnowsTheShell() throws IOException {
        Response worker = request().get(WORKER);
        assertEquals("/", worker.header("Service-Worker-Allowed"));
        assertEquals(
                "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
                worker.header("Content-Security-Policy"));
        String script = worker.asString();
        assertFalse(script.contains("@"), script);
        assertTrue(
                Pattern.compile("const version = '[0-9a-f]{32}';")
                        .matcher(script)
                        .find(),
                script);
        List<String> paths = paths(script);
        assertTrue(paths.containsAll(List.of("/", "/app/main.js", "/app/base/base.css", "/app/i18n/en.json")), script);
        for (String path : paths) {
            request().get(path).then().statusCode(200).body(not(emptyString()));
        }
    }

    /** What the worker keeps. */
    static List<String> paths(String script) {
        return Pattern.compile("'(/[^']*)': 'sha256-")
                .matcher(script)
                .results()
                .map(file -> file.group(1))
                .toList();
    }

    /** Byte for byte, as browsers send it. */
    static RequestSpecification request() {
        return RestAssured.given().config(CONFIG).urlEncodingEnabled(false);
    }
}

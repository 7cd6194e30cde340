package org.nestegg.lambda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * What Lambda's own runtime for Java is, which a package does not have: the main program of a process with the package on its
 * class path. It makes the handler once, then asks the runtime API for events, one at a time, and tells it the answers.
 */
final class FunctionRuntime {

    static final String READY = "The handler is there.";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI api;
    private final Object handler;
    private final Method method;

    private FunctionRuntime(String address, String name) throws ReflectiveOperationException {
        api = URI.create("http://" + address + "/2018-06-01/runtime/invocation/");
        String[] parts = name.split("::");
        Class<?> type = Class.forName(parts[0]);
        handler = type.getConstructor().newInstance();
        method = type.getMethod(
                parts[1],
                InputStream.class,
                OutputStream.class,
                Class.forName("com.amazonaws.services.lambda.runtime.Context"));
    }

    /** The argument is the handler, as Lambda is told it. */
    static void main(String... arguments) throws ReflectiveOperationException, IOException, InterruptedException {
        FunctionRuntime runtime = new FunctionRuntime(System.getenv("AWS_LAMBDA_RUNTIME_API"), arguments[0]);
        System.out.println(READY);
        while (true) {
            runtime.handleNext();
        }
    }

    private void handleNext() throws ReflectiveOperationException, IOException, InterruptedException {
        HttpResponse<byte[]> event =
                HTTP.send(HttpRequest.newBuilder(api.resolve("next")).build(), BodyHandlers.ofByteArray());
        String id = event.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            method.invoke(handler, new ByteArrayInputStream(event.body()), answer, null);
            tell(id + "/response", answer.toByteArray());
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace();
            tell(id + "/error", e.getCause().toString().getBytes());
        }
    }

    private void tell(String path, byte[] body) throws IOException, InterruptedException {
        HTTP.send(
                HttpRequest.newBuilder(api.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.discarding());
    }
}

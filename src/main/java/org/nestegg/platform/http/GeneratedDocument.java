package org.nestegg.platform.http;

import io.quarkus.runtime.ImageMode;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.smallrye.openapi.runtime.io.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The OpenAPI document as the build has made it. */
public final class GeneratedDocument {

    private static final String RESOURCE = "META-INF/quarkus-generated-openapi-doc.";

    private GeneratedDocument() {}

    /**
     * Has the framework find no document, before it starts: it would read it, and write it anew, which is a sixth of a start, for a
     * route that {@code DocumentRoutes} stands in the place of. A native executable has one class loader, and is quick enough.
     */
    public static void standInForTheFrameworks() {
        if (ImageMode.current() == ImageMode.JVM) {
            OpenApiConstants.classLoader = new ClassLoader(null) {};
        }
    }

    /** The document, in UTF-8. */
    public static byte[] read(Format format) {
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE + format)) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.nestegg.platform.http;

import io.smallrye.openapi.runtime.io.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The OpenAPI document as the build has made it. The framework would read and write it anew at each start. */
public final class GeneratedDocument {

    private static final String RESOURCE = "META-INF/quarkus-generated-openapi-doc.";

    private GeneratedDocument() {}

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

package org.nestegg.platform.problem;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.nestegg.platform.digest.Sha256;
import org.nestegg.platform.http.MediaTypes;

/** Shows the explanation of a problem code to people: whoever clicks on a {@code type} sees a page. */
@Provider
@Produces(MediaTypes.HTML)
public class ProblemPageWriter implements MessageBodyWriter<ProblemPage> {

    private static final String STYLE =
            "body{font:1.1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}"
                    + ":root{color-scheme:light dark}h1{margin:.2em 0}h2{font-size:1em;margin:2em 0 0}p{margin:0}";

    /** Nothing but this very style sheet. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Sha256.of(STYLE.getBytes(StandardCharsets.UTF_8)))
            + "'; frame-ancestors 'none'";

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s – Nestegg</title>
            <style>%s</style>
            </head>
            <body>
            <small>HTTP %d</small> <code>%s</code>
            <h1>%s</h1>
            <h2>%s</h2>
            <p>%s</p>
            <h2>%s</h2>
            <p>%s</p>
            </body>
            </html>
            """;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == ProblemPage.class;
    }

    @Override
    public void writeTo(
            ProblemPage page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Security-Policy", POLICY);
        out.write(PAGE.formatted(
                        page.language().toLanguageTag(),
                        escape(page.title()),
                        STYLE,
                        page.status(),
                        page.code(),
                        escape(page.title()),
                        escape(CommonProblem.TEXTS.get(page.language(), "page.detail")),
                        escape(page.detail()),
                        escape(CommonProblem.TEXTS.get(page.language(), "page.remedy")),
                        escape(page.remedy()))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}

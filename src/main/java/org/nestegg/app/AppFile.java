package org.nestegg.app;

import io.quarkus.runtime.LaunchMode;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestegg.platform.http.Asset;

/**
 * A file of the page, or of the libraries that it is made with, ready to be sent.
 *
 * @param headers what it is answered with beside what all files are
 */
record AppFile(Asset asset, Map<String, String> headers) {

    static final String HTML = "text/html;charset=UTF-8";
    static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

    /** Where the build has put what it has packed, which takes the place of the files that it was made of. */
    private static final String PACKED = "/META-INF/page";

    private static final String PLAIN = "/META-INF/resources";

    private static final List<String> ROOTS =
            LaunchMode.current() == LaunchMode.NORMAL ? List.of(PACKED, PLAIN) : List.of(PLAIN);

    /** Plain names alone: nothing that is encoded or hidden, no parent, no folder. */
    private static final Pattern PATH =
            Pattern.compile("/(?:app|_static|webjars)(?:/[\\w@-][\\w.@-]*)+\\.(?<extension>[a-z0-9]+)");

    /** No file's path is longer; matching takes a stack that grows with it. */
    private static final int LONGEST_PATH = 200;

    private static final Map<String, String> TYPES = Map.of(
            "html", HTML,
            "js", JAVASCRIPT,
            "css", "text/css;charset=UTF-8",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    /** The file of a path, if it is one that browsers may have. */
    static Optional<AppFile> of(String path) {
        Matcher matcher = PATH.matcher(path);
        String type = path.length() <= LONGEST_PATH && matcher.matches() ? TYPES.get(matcher.group("extension")) : null;
        return type == null
                ? Optional.empty()
                : read(path).map(content -> new AppFile(new Asset(type, content), Map.of()));
    }

    /** What the file of a path holds, as it is on the class path. */
    static Optional<byte[]> read(String path) {
        return ROOTS.stream().flatMap(root -> resource(root + path).stream()).findFirst();
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream file = AppFile.class.getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Answers GET or HEAD.
     *
     * @param vary what else the answer was chosen by, or null
     */
    void answer(RoutingContext context, String vary) {
        headers.forEach(context.response()::putHeader);
        asset.answer(context, vary);
    }
}

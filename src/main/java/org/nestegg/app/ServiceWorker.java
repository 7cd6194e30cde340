package org.nestegg.app;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.platform.digest.Sha256;
import org.nestegg.platform.http.Asset;

/**
 * The worker that keeps the page's shell in browsers, so that it opens without a network. Its file has two gaps, which are
 * filled here: the paths of the shell with the digests of what is there, and a version, which is another one as soon as any of
 * these files is.
 */
final class ServiceWorker {

    static final String FILE = "/app/sw.js";

    /** The paths of the shell beside the page's own, one a line, without the slash that they begin with. */
    static final String LIST = "/app/files.txt";

    private static final String VERSION = "'@version@'";
    private static final String FILES = "{ '@files@': '' }";
    private static final int VERSION_BYTES = 16;

    /** A worker has a policy of its own: all that it does is fetch the shell. */
    private static final String POLICY = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

    private ServiceWorker() {}

    static AppFile make() {
        String script = text(FILE);
        String files = paths().map(path -> "'%s': '%s'".formatted(path, digest(path)))
                .collect(Collectors.joining(", ", "{ ", " }"));
        String version = HexFormat.of().formatHex(Sha256.of(bytes(script + files)), 0, VERSION_BYTES);
        String filled = script.replace(VERSION, "'" + version + "'").replace(FILES, files);
        return new AppFile(
                new Asset(AppFile.JAVASCRIPT, bytes(filled)),
                Map.of("Service-Worker-Allowed", "/", "Content-Security-Policy", POLICY));
    }

    /** Absolute paths, the page first. */
    private static Stream<String> paths() {
        return Stream.concat(Stream.of("/"), text(LIST).lines().map(line -> "/" + line));
    }

    /** By which the worker knows that it was given the file of this version (W3C Subresource Integrity). */
    private static String digest(String path) {
        byte[] content = AppFile.read(path.equals("/") ? Page.FILE : path)
                .orElseThrow(() -> new IllegalStateException("no such file of the page: " + path));
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String path) {
        return new String(AppFile.read(path).orElseThrow(), StandardCharsets.UTF_8);
    }
}

package org.nestegg.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.platform.digest.Sha256;
import org.nestegg.platform.http.Asset;

/**
 * The worker that keeps the page's shell in browsers, so that it opens without a network. Its file has two gaps, which are
 * filled here: the paths of the shell, and a version, which is another one as soon as any of these files is.
 */
final class ServiceWorker {

    static final String FILE = "/app/sw.js";

    /** The paths of the shell beside the page's own, one a line, without the slash that they begin with. */
    static final String LIST = "/app/files.txt";

    private static final String VERSION = "'@version@'";
    private static final String PATHS = "['@files@']";
    private static final int VERSION_BYTES = 16;

    /** A worker has a policy of its own: all that it does is fetch the shell. */
    private static final String POLICY = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

    private ServiceWorker() {}

    static AppFile make() {
        String script = text(FILE);
        List<String> paths = paths();
        String filled = script.replace(VERSION, version(script, paths))
                .replace(PATHS, paths.stream().collect(Collectors.joining("', '", "['", "']")));
        return new AppFile(
                new Asset(AppFile.JAVASCRIPT, filled.getBytes(StandardCharsets.UTF_8)),
                Map.of("Service-Worker-Allowed", "/", "Content-Security-Policy", POLICY));
    }

    /** Absolute paths, the page first. */
    private static List<String> paths() {
        return Stream.concat(Stream.of("/"), text(LIST).lines().map(line -> "/" + line))
                .toList();
    }

    private static String version(String script, List<String> paths) {
        MessageDigest digest = Sha256.begin();
        digest.update(script.getBytes(StandardCharsets.UTF_8));
        for (String path : paths) {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update(AppFile.read(path.equals("/") ? Page.FILE : path)
                    .orElseThrow(() -> new IllegalStateException("no such file of the page: " + path)));
        }
        return "'" + HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES) + "'";
    }

    private static String text(String path) {
        return new String(AppFile.read(path).orElseThrow(), StandardCharsets.UTF_8);
    }
}

package org.nestegg.app;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestegg.platform.digest.Sha256;
import org.nestegg.platform.http.Asset;

/** The page itself, and what browsers let it do. */
final class Page {

    /** Where its file is; people open it at {@code /}. */
    static final String FILE = "/app/index.html";

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(?<content>.*?)</script>", Pattern.DOTALL);

    /** Scripts and styles are our own files, but for the import map, which can only stand in the page: it has this hash. */
    private static final String POLICY = "default-src 'none'; script-src 'self' 'sha256-%s'; style-src 'self';"
            + " img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private Page() {}

    static AppFile make() {
        byte[] html = AppFile.read(FILE).orElseThrow();
        return new AppFile(
                new Asset(AppFile.HTML, html),
                Map.of(
                        "Content-Security-Policy",
                        policy(new String(html, StandardCharsets.UTF_8)),
                        "Cross-Origin-Opener-Policy",
                        "same-origin",
                        "Permissions-Policy",
                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }

    /** The policy (CSP, level 3) of a page, by the import map that is in it. */
    private static String policy(String html) {
        Matcher map = IMPORT_MAP.matcher(html);
        if (!map.find()) {
            throw new IllegalStateException("the page has no import map");
        }
        byte[] digest = Sha256.of(map.group("content").getBytes(StandardCharsets.UTF_8));
        return POLICY.formatted(Base64.getEncoder().encodeToString(digest));
    }
}

package org.nestegg.app.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium or Chrome of this machine: where it is, and how it is started. */
final class InstalledBrowser {

    /** Those without a window of their own first: they take half of the time of a processor. */
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chrome-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome");

    private InstalledBrowser() {}

    /** The one that is named by {@code -Dnestegg.browser} or {@code CHROME_BIN}, else on the PATH, else in a usual place. */
    static Optional<Path> find() {
        return Stream.of(
                        Stream.of(
                                        Optional.ofNullable(System.getProperty("nestegg.browser")),
                                        Optional.ofNullable(System.getenv("CHROME_BIN")))
                                .flatMap(Optional::stream)
                                .map(Path::of),
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))),
                        Stream.of(
                                Path.of("/usr/bin/chromium"),
                                Path.of("/snap/bin/chromium"),
                                Path.of("/opt/google/chrome/chrome"),
                                Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
                                Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium")))
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .findFirst();
    }
}

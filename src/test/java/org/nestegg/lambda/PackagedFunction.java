package org.nestegg.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.nestegg.support.Await;

/** The packaged function in a process of its own, set up as the SAM template says but for what a deployment decides. */
final class PackagedFunction implements AutoCloseable {

    private final Process process;
    private final Path output;

    /**
     * Starts it.
     *
     * @param api where it gets its events
     */
    PackagedFunction(Template template, String api, Map<String, String> environment, Path folder) throws IOException {
        unpack(template.code(), folder);
        output = folder.resolve("output");
        String classes = String.join(
                File.pathSeparator,
                folder.toString(),
                folder.resolve("lib").resolve("*").toString(),
                Path.of("target", "test-classes").toString());
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        classes,
                        FunctionRuntime.class.getName(),
                        template.handler())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(template.environment());
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api);
        process = builder.start();
    }

    /** Waits until it asks for events. */
    void awaitStart() throws IOException {
        Await.until("the function starts", () -> output().contains(FunctionRuntime.READY) || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("did not start: " + output());
        }
    }

    /** All that the process has printed. */
    String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (ZipFile files = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = files.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                try (InputStream content = files.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
    }
}

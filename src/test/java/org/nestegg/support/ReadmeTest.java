package org.nestegg.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The sessions of the documents print what stands below them, as pasted into a shell; and the README stays short. */
@QuarkusTest
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

    /** Each session begins where it says which API it is for. */
    private static final String START = "api=http://localhost:8080";

    private static final String MARK = "@@next@@";

    private static final int MOST_LINES = 150;

    @Test
    void theReadmeIsShort() throws IOException {
        assertTrue(Files.readAllLines(Path.of("README.md")).size() <= MOST_LINES);
    }

    @TestFactory
    Stream<DynamicTest> sessionsPrintWhatTheDocumentsSay() throws IOException {
        return Stream.of(
                        sessions("README.md", 1),
                        sessions("docs/api-guide.md", 3),
                        sessions("docs/bank-data.md", 1),
                        sessions("docs/exchange-rates.md", 1),
                        sessions("docs/budgets.md", 1),
                        sessions("docs/schedules.md", 1))
                .flatMap(sessions -> sessions);
    }

    private static Stream<DynamicTest> sessions(String document, int least) throws IOException {
        List<List<Step>> sessions = sessions(Files.readString(Path.of(document)));
        assertTrue(sessions.size() >= least, "sessions of " + document + ": " + sessions.size());
        return IntStream.range(0, sessions.size())
                .mapToObj(i -> DynamicTest.dynamicTest(document + ", session " + (i + 1), () -> run(sessions.get(i))));
    }

    private static List<List<Step>> sessions(String document) {
        List<List<Step>> sessions = new ArrayList<>();
        Matcher block = BLOCK.matcher(document);
        int end = 0;
        while (block.find()) {
            boolean follows = document.substring(end, block.start()).isBlank();
            end = block.end();
            boolean commands = block.group(1).equals("sh");
            if (commands && block.group(2).startsWith(START)) {
                sessions.add(new ArrayList<>());
            }
            if (commands && block.group(2).contains("$api")) {
                sessions.getLast().add(new Step(block.group(2), ""));
            } else if (!commands && follows && !sessions.isEmpty()) {
                Step last = sessions.getLast().removeLast();
                sessions.getLast().add(new Step(last.commands, last.output + block.group(2)));
            }
        }
        return sessions;
    }

    private static void run(List<Step> session) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder();
        session.forEach(step -> script.append(step.commands).append("\necho '" + MARK + "'\n"));
        Path file = Files.createTempFile("session", ".sh");
        Files.writeString(file, script.toString().replace("localhost:8080", "localhost:" + RestAssured.port));
        Process shell = new ProcessBuilder("sh", file.toString())
                .redirectErrorStream(true)
                .start();
        String output;
        try (var stream = shell.getInputStream()) {
            output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertTrue(shell.waitFor(60, TimeUnit.SECONDS), "the shell has ended");
        assertEquals(0, shell.exitValue(), output);
        String[] printed = output.split(MARK + "\n", -1);
        assertEquals(session.size() + 1, printed.length, output);
        for (int i = 0; i < session.size(); i++) {
            assertEquals(normal(session.get(i).output), normal(printed[i]), session.get(i).commands);
        }
    }

    /** Without what differs each time: ids, times, the day, trace ids; and without the lines' ends, of which some are missing. */
    private static String normal(String output) {
        return output.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "TRACE")
                .replace("\r", "")
                .replaceAll("\\s*\\n\\s*", "\n")
                .strip();
    }

    private record Step(String commands, String output) {}
}

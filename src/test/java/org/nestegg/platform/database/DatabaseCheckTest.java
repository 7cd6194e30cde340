package org.nestegg.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {

    @Test
    void theVersionIsThatOfTheLastMigration() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "db", "migration"))) {
            assertEquals(
                    DatabaseCheck.VERSION,
                    files.mapToInt(file -> Integer.parseInt(
                                    file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1")))
                            .max()
                            .orElseThrow());
        }
    }
}

package org.nestegg.platform.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    @ParameterizedTest
    @CsvSource({"serve, SERVE", "migrate, MIGRATE", "purge, PURGE", "check, CHECK"})
    void theFirstArgumentNamesTheCommand(String argument, Command command) {
        assertEquals(Optional.of(command), Command.of(argument));
    }

    @Test
    void withoutAnArgumentItServes() {
        assertEquals(Optional.of(Command.SERVE), Command.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "start", "--help", "SERVE", " migrate"})
    void nothingElseIsACommand(String argument) {
        assertEquals(Optional.empty(), Command.of(argument));
    }

    @Test
    void thereAreAsManyArgumentsAsItTakes() {
        assertEquals(Optional.empty(), Command.of("migrate", "purge"));
        assertEquals(Optional.empty(), Command.of("rates"));
        assertEquals(Optional.of(Command.RATES), Command.of("rates", "eurofxref-hist.zip"));
        assertEquals(Optional.empty(), Command.of("rates", "one.csv", "another.csv"));
    }
}

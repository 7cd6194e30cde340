package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "0", "0000", "nonref", "NOTPROVIDED", "Not Provided", "N/A", "-", "*", "0-0"})
    void nothingIdentifiesNothing(String reference) {
        assertNull(References.of(reference));
    }

    @Test
    void anythingElseDoesUnlessItIsTooLong() {
        assertEquals("A-1", References.of(" A-1 "));
        assertEquals("x".repeat(255), References.of("x".repeat(255)));
        assertNull(References.of("x".repeat(256)));
    }
}

package org.nestegg.platform.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an id, and what Java only takes for one. */
class IdTest {

    private static final UUID ID = UUID.fromString("01a206bf-8aa3-7b89-913f-0c4d2e6f8a1b");

    @Test
    void isTheTextFormInEitherCase() {
        assertEquals(Optional.of(ID), Id.parse("01a206bf-8aa3-7b89-913f-0c4d2e6f8a1b"));
        assertEquals(Optional.of(ID), Id.parse("01A206BF-8AA3-7b89-913F-0C4D2E6F8A1B"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "01a206bf8aa37b89913f0c4d2e6f8a1b",
                "{01a206bf-8aa3-7b89-913f-0c4d2e6f8a1}",
                "01a206bf-8aa3-7b89-913f-0c4d2e6f8a1b ",
                " 1a206bf-8aa3-7b89-913f-0c4d2e6f8a1b",
                "+1a206bf-8aa3-7b89-913f-0c4d2e6f8a1b",
                "01a206bf-8aa37-b89-913f-0c4d2e6f8a1b",
                "1a206bf-08aa3-7b89-913f-0c4d2e6f8a1b",
                "01a206bg-8aa3-7b89-913f-0c4d2e6f8a1b",
                "01a206bf_8aa3_7b89_913f_0c4d2e6f8a1b",
                "\u0660\u0661a206bf-8aa3-7b89-913f-0c4d2e6f8a1b",
                "\uff101a206bf-8aa3-7b89-913f-0c4d2e6f8a1b"
            })
    void nothingElseIs(String text) {
        assertEquals(Optional.empty(), Id.parse(text));
    }
}

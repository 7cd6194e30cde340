package org.nestegg.platform.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.nestegg.platform.security.TestKeys;

class CursorsPropertiesTest {

    private final Cursors cursors = new Cursors(TestKeys.secrets());

    @Property(tries = 200)
    void aCursorOpensToWhatItWasMadeOf(
            @ForAll @Size(min = 1, max = 3) List<@CharRange(from = ' ', to = '\uffff') @NotEmpty String> key,
            @ForAll String context) {
        List<String> clean = key.stream()
                .map(text -> text.replaceAll("[\\p{Cc}\\p{Cs}]", "x"))
                .toList();
        assertEquals(Optional.of(clean), cursors.open(cursors.seal(clean, context), context));
    }

    @Property(tries = 200)
    void inAnotherContextItDoesNotOpen(@ForAll String context, @ForAll String other) {
        String cursor = cursors.seal(List.of("key"), context);
        assertEquals(context.equals(other), cursors.open(cursor, other).isPresent());
    }

    @Property(tries = 500)
    void withAnyCharacterChangedItDoesNotOpen(
            @ForAll @IntRange(min = 0, max = 100) int position, @ForAll @CharRange(from = '0', to = 'z') char other) {
        String cursor = cursors.seal(List.of("2026-11-20", "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e"), "context");
        int at = position % cursor.length();
        String altered = cursor.substring(0, at) + other + cursor.substring(at + 1);
        assertEquals(altered.equals(cursor), cursors.open(altered, "context").isPresent());
    }

    @Property(tries = 500)
    void whatIsMadeUpDoesNotOpen(@ForAll String text) {
        assertTrue(cursors.open(text, "context").isEmpty());
    }
}

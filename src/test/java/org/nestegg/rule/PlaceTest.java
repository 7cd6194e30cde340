package org.nestegg.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places between others. */
class PlaceTest {

    private static Optional<BigDecimal> place(String text) {
        return Optional.ofNullable(text).map(BigDecimal::new);
    }

    @ParameterizedTest
    @CsvSource({
        ",,1",
        "3,,4",
        "3.7,,4",
        ",1,0",
        ",0.5,0",
        ",-2,-3",
        "1,2,1.5",
        "1,4,2",
        "1.5,1.6,1.55",
        "-1,0,-0.5",
        "0.1,1.1,1",
        "2,2,",
        "1,1.000000000000000000000000000000000000000000000000000000000001,"
    })
    void thePlaceBetweenIsTheShortest(String before, String after, String between) {
        assertEquals(place(between), Place.between(place(before), place(after)));
    }

    /** Hundreds of moves to the very same spot have room, and moves to any spot always. */
    @Test
    void thereIsRoomForVeryManyMoves() {
        Optional<BigDecimal> before = place("1");
        Optional<BigDecimal> after = place("2");
        int moves = 0;
        for (Optional<BigDecimal> between; (between = Place.between(before, after)).isPresent(); moves++) {
            after = between;
        }
        assertTrue(moves > 150, "moves: " + moves);
        Random random = new Random(7);
        List<BigDecimal> places = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            if (places.size() == 500) {
                places.remove(random.nextInt(500));
            }
            int at = random.nextInt(places.size() + 1);
            places.add(
                    at,
                    Place.between(
                                    at == 0 ? Optional.empty() : Optional.of(places.get(at - 1)),
                                    at == places.size() ? Optional.empty() : Optional.of(places.get(at)))
                            .orElseThrow());
        }
        for (int i = 1; i < places.size(); i++) {
            assertTrue(places.get(i - 1).compareTo(places.get(i)) < 0);
        }
    }
}

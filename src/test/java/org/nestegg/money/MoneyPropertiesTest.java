package org.nestegg.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.nestegg.platform.problem.ProblemException;

class MoneyPropertiesTest {

    private static final BigDecimal LIMIT = new BigDecimal("1e13");

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies()).filter(c -> c.getDefaultFractionDigits() >= 0);
    }

    @Property
    void moneyIsShownWithExactlyItsMinorUnitsAndNothingIsLost(
            @ForAll @BigRange(min = "-99999999999999999", max = "99999999999999999") BigInteger unscaled,
            @ForAll @IntRange(min = -3, max = 6) int scale,
            @ForAll("currencies") Currency currency) {
        BigDecimal amount = new BigDecimal(unscaled, scale);
        boolean fits = amount.abs().compareTo(LIMIT) < 0 && scale <= currency.getDefaultFractionDigits();
        if (!fits) {
            assertThrows(ProblemException.class, () -> Money.of("/amount", amount, currency));
            return;
        }
        Money money = Money.of("/amount", amount, currency);
        String shown = money.display();
        assertEquals(0, new BigDecimal(shown).compareTo(amount));
        assertEquals(currency.getDefaultFractionDigits(), Math.max(0, new BigDecimal(shown).scale()));
        assertTrue(shown.matches("-?\\d{1,13}(\\.\\d+)?"), shown);
        assertEquals(money, Money.stored(amount.setScale(4), currency));
    }

    @Property
    void hugeExponentsCostNothing(@ForAll @IntRange(min = 14, max = Integer.MAX_VALUE) int exponent) {
        BigDecimal amount = new BigDecimal(BigInteger.ONE, -exponent);
        assertThrows(ProblemException.class, () -> Money.of("/amount", amount, Currency.getInstance("EUR")));
    }

    @Property
    void currenciesAreThoseOfTheStandardWithMinorUnits(@ForAll("currencies") Currency currency) {
        assertEquals(currency, Currencies.of(currency.getCurrencyCode()).orElseThrow());
        assertTrue(Currencies.of(currency.getCurrencyCode().toLowerCase()).isEmpty());
    }

    @Property
    void anyOtherTextIsNoCurrency(@ForAll String text) {
        Currencies.of(text).ifPresent(c -> assertEquals(text, c.getCurrencyCode()));
    }
}

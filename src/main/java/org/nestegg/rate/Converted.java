package org.nestegg.rate;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.nestegg.money.Money;

/**
 * What sums come to in one currency, as far as there were rates.
 *
 * @param figures in the order that the sums have them, rounded; none if nothing was converted
 * @param count how many transactions they are of
 * @param unconverted what is not in them, for want of a rate
 */
public record Converted(Currency currency, List<BigDecimal> figures, long count, List<UnconvertedView> unconverted) {

    /** One of the figures as it is shown. */
    public String display(int figure) {
        BigDecimal amount = figure < figures.size() ? figures.get(figure) : BigDecimal.ZERO;
        return new Money(amount, currency).display();
    }

    /** The code of the currency. */
    public String code() {
        return currency.getCurrencyCode();
    }
}

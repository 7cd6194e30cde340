package org.nestegg.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.nestegg.money.Currencies;
import org.nestegg.platform.input.QueryParameter;

/**
 * What sums of days and currencies come to in one currency, each by the rate of its day. The rates are read once, for all that is to
 * be converted for an answer; then any of it can be added up.
 */
public final class Conversion {

    /** Asks for what {@link Converted} has, beside sums by currency. */
    public static final QueryParameter<Currency> PARAMETER =
            Currencies.parameter("convertTo", "Adds what all currencies come to in this one, by the rates of the days");

    /** Quotients are cut here, far behind what any amount has. */
    private static final int DECIMALS = 40;

    /** Where their sum is rounded first, so that a half that quotients add up to is a half. */
    private static final int EXACT = 30;

    private final Currency target;
    private final Rates rates;

    private Conversion(Currency target, Rates rates) {
        this.target = target;
        this.rates = rates;
    }

    /**
     * Reads the rates that an owner has for some sums, by one statement.
     *
     * @param all whatever is going to be converted
     */
    public static Conversion of(UUID owner, Currency target, Collection<DatedSum> all) {
        List<Rates.Key> keys = all.stream()
                .filter(sum -> !sum.currency().equals(target))
                .flatMap(sum -> Stream.of(sum.currency(), target).map(currency -> new Rates.Key(sum.day(), currency)))
                .toList();
        return new Conversion(target, Rates.of(owner, keys));
    }

    /** What an amount of a day comes to, not rounded; nothing if there is no rate. Its sum has been named before. */
    public Optional<BigDecimal> exact(LocalDate day, Currency currency, BigDecimal amount) {
        return quote(new DatedSum(day, currency, List.of(), 0)).map(quote -> quote.convert(amount));
    }

    /** What some sums come to together, rounded half even, once for each figure. What has no rate is left out, and counted. */
    public Converted convert(Collection<DatedSum> sums) {
        List<BigDecimal> figures = new ArrayList<>();
        SortedMap<String, Long> unconverted = new TreeMap<>();
        long count = 0;
        for (DatedSum sum : sums) {
            Optional<Quote> quote = quote(sum);
            if (quote.isPresent()) {
                add(sum.figures(), quote.get(), figures);
                count += sum.count();
            } else {
                unconverted.merge(sum.currency().getCurrencyCode(), sum.count(), Long::sum);
            }
        }
        return new Converted(
                target, figures.stream().map(this::rounded).toList(), count, UnconvertedView.of(unconverted));
    }

    /** By which two rates a sum is converted; nothing if one of them is missing. */
    private Optional<Quote> quote(DatedSum sum) {
        return sum.currency().equals(target)
                ? Optional.of(Quote.NONE)
                : rates.rate(sum.day(), sum.currency())
                        .flatMap(from -> rates.rate(sum.day(), target).map(to -> new Quote(from, to)));
    }

    private static void add(List<BigDecimal> some, Quote quote, List<BigDecimal> figures) {
        for (int i = 0; i < some.size(); i++) {
            BigDecimal converted = quote.convert(some.get(i));
            if (i == figures.size()) {
                figures.add(converted);
            } else {
                figures.set(i, figures.get(i).add(converted));
            }
        }
    }

    private BigDecimal rounded(BigDecimal figure) {
        return figure.setScale(EXACT, RoundingMode.HALF_EVEN)
                .setScale(target.getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
    }

    /** The rate of the currency that an amount is of, and that of the one that it is converted to. */
    private record Quote(BigDecimal from, BigDecimal to) {

        static final Quote NONE = new Quote(BigDecimal.ONE, BigDecimal.ONE);

        BigDecimal convert(BigDecimal amount) {
            BigDecimal product = amount.multiply(to);
            return from.equals(BigDecimal.ONE) ? product : product.divide(from, DECIMALS, RoundingMode.HALF_EVEN);
        }
    }
}

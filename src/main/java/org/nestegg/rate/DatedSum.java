package org.nestegg.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What something comes to in one currency on one day, to be converted.
 *
 * @param day whose rate counts
 * @param figures amounts of the currency, each a sum of its own, such as income and expense
 * @param count how many transactions they are of
 */
public record DatedSum(LocalDate day, Currency currency, List<BigDecimal> figures, long count) {}

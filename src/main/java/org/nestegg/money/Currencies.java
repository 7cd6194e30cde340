package org.nestegg.money;

import java.util.Currency;
import java.util.Optional;
import org.nestegg.platform.input.QueryParameter;

/** The currencies that money is kept in: those of ISO 4217 that have minor units, which excludes gold and test codes. */
public final class Currencies {

    private Currencies() {}

    /** The currency of an ISO 4217 code, in capitals. */
    public static Optional<Currency> of(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(c -> c.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A query parameter that is the code of a currency. */
    public static QueryParameter<Currency> parameter(String name, String description) {
        return QueryParameter.of(name, description, "CurrencyCode", Currencies::of, MoneyFieldError.UNKNOWN_CURRENCY);
    }
}

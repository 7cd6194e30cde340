package org.nestegg.money;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Currency;
import java.util.List;
import org.nestegg.platform.input.TextForm;
import org.nestegg.platform.problem.ProblemSet;

/** What money adds to the service: problems, and how currencies are written. */
@Singleton
class MoneyFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(5, List.of(), List.of(MoneyFieldError.values()), List.of());
    }

    @Produces
    @Singleton
    TextForm<Currency> currencies() {
        return new TextForm<>(Currency.class, Currencies::of, MoneyFieldError.UNKNOWN_CURRENCY);
    }
}

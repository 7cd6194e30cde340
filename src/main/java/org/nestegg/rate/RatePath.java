package org.nestegg.rate;

import java.time.LocalDate;
import java.util.Currency;
import org.nestegg.money.Currencies;
import org.nestegg.platform.input.Day;
import org.nestegg.platform.problem.ProblemException;

/** What paths of rates name. */
final class RatePath {

    private RatePath() {}

    /** @throws ProblemException with {@code not-found} if it is no day */
    static LocalDate day(String day) {
        return Day.parse(day).orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException with {@code not-found} if it is no currency */
    static Currency currency(String code) {
        return Currencies.of(code).orElseThrow(ProblemException::notFound);
    }
}

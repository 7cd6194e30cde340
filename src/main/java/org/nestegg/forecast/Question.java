package org.nestegg.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.account.Account;
import org.nestegg.account.AccountFieldError;
import org.nestegg.money.Currencies;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.FieldErrorCode;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.Defaults;
import org.nestegg.rate.Conversion;

/**
 * Of what a forecast is asked for.
 *
 * @param today in the user's time zone
 * @param until the last day
 * @param account the one whose balance is asked for; of everything if empty
 * @param target the currency that all is converted to as well, if it is
 */
record Question(
        UUID owner,
        LocalDate today,
        LocalDate until,
        ForecastInterval interval,
        Optional<UUID> account,
        Currency currency,
        Optional<Currency> target) {

    private static final int DEFAULT_DAYS = 90;

    private static final QueryParameter<LocalDate> UNTIL = QueryParameter.day(
            "until", "The last day, after today and at most 2 years ahead; 90 days ahead if left out");
    private static final QueryParameter<ForecastInterval> INTERVAL = QueryParameter.choice(
            "interval",
            "How often it is told; weeks are those of ISO 8601; day if left out",
            "ForecastInterval",
            ForecastInterval.values(),
            ForecastInterval::code);
    private static final QueryParameter<UUID> ACCOUNT =
            QueryParameter.id("accountId", "Of this account; of everything, also what lies in no account, if left out");
    private static final QueryParameter<Currency> CURRENCY =
            Currencies.parameter("currency", "That of the account, or the user's own, if left out");

    static final List<QueryParameter<?>> PARAMETERS = List.of(UNTIL, INTERVAL, ACCOUNT, CURRENCY, Conversion.PARAMETER);

    /** Where each of its parts is named, in a query or in a body. */
    @FunctionalInterface
    private interface Place {

        FieldError fault(String name, FieldErrorCode code, Object... arguments);
    }

    /** @throws ProblemException with {@code invalid-input} */
    static Question read(QueryReader query, UUID owner, Defaults own) {
        LocalDate until = query.get(UNTIL).orElse(null);
        ForecastInterval interval = query.get(INTERVAL).orElse(ForecastInterval.DAY);
        Optional<UUID> account = query.get(ACCOUNT);
        Currency currency = query.get(CURRENCY).orElse(null);
        Optional<Currency> target = query.get(Conversion.PARAMETER);
        query.check();
        return check(FieldError::ofParameter, owner, own, until, interval, account, currency, target);
    }

    /** @throws ProblemException with {@code invalid-input} */
    static Question of(WhatIfInput input, UUID owner, Defaults own) {
        return check(
                (name, code, arguments) -> FieldError.at("/" + name, code, arguments),
                owner,
                own,
                input.until(),
                Optional.ofNullable(input.interval()).orElse(ForecastInterval.DAY),
                Optional.ofNullable(input.accountId()),
                input.currency(),
                Optional.empty());
    }

    private static Question check(
            Place place,
            UUID owner,
            Defaults own,
            LocalDate asked,
            ForecastInterval interval,
            Optional<UUID> id,
            Currency currency,
            Optional<Currency> target) {
        List<FieldError> faults = new ArrayList<>();
        LocalDate until = Optional.ofNullable(asked).orElseGet(() -> own.today().plusDays(DEFAULT_DAYS));
        if (!until.isAfter(own.today())) {
            faults.add(place.fault(UNTIL.name(), ForecastFieldError.NOT_AFTER_TODAY));
        } else if (until.isAfter(own.today().plusYears(Scenario.MAX_YEARS))) {
            faults.add(place.fault(UNTIL.name(), ForecastFieldError.TOO_FAR_AHEAD, Scenario.MAX_YEARS));
        }
        Optional<Account> account = id.flatMap(known -> Account.of(owner, known));
        if (id.isPresent() && account.isEmpty()) {
            faults.add(place.fault(ACCOUNT.name(), AccountFieldError.UNKNOWN_ACCOUNT));
        }
        if (currency != null
                && account.filter(lies -> !lies.currency.equals(currency)).isPresent()) {
            faults.add(place.fault(CURRENCY.name(), AccountFieldError.ACCOUNT_CURRENCY));
        }
        ProblemException.throwIfAny(faults);
        Currency fitting = Optional.ofNullable(currency)
                .or(() -> account.map(lies -> lies.currency))
                .orElse(own.currency());
        return new Question(owner, own.today(), until, interval, id, fitting, target);
    }
}

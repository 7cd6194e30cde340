package org.nestegg.schedule;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.account.Account;
import org.nestegg.account.AccountFieldError;
import org.nestegg.money.Money;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;

/** The accounts that what is planned names, read at once. */
record PlannedAccounts(Map<UUID, Account> byId) {

    static PlannedAccounts of(UUID owner, PlannedInput planned) {
        return new PlannedAccounts(Account.all(owner, ids(planned)));
    }

    /** The same, of accounts that have been read. */
    static PlannedAccounts of(Map<UUID, Account> read, PlannedInput planned) {
        return new PlannedAccounts(ids(planned).stream()
                .filter(read::containsKey)
                .collect(Collectors.toMap(Function.identity(), read::get)));
    }

    private static List<UUID> ids(PlannedInput planned) {
        return Stream.of(
                        planned.accountId(),
                        Optional.ofNullable(planned.toAccountId()).orElse(planned.accountId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * The money that moves.
     *
     * @param before the schedule as it is: accounts that it names already need not be there any more
     * @param own the currency where neither the input nor its account has one
     * @throws ProblemException with {@code invalid-input} if there are no such accounts, or if currency or amount do not fit
     */
    Money check(PlannedInput planned, Schedule before, Currency own) {
        List<FieldError> faults = new ArrayList<>();
        Optional<Account> account = find(planned.accountId(), PlannedInput.ACCOUNT, before, faults);
        Optional<Account> reached = find(planned.toAccountId(), PlannedInput.TO_ACCOUNT, before, faults);
        Currency currency = Optional.ofNullable(planned.currency())
                .or(() -> account.map(a -> a.currency))
                .or(() -> Optional.ofNullable(planned.accountId()).map(_ -> before.currency))
                .orElse(own);
        if (account.filter(a -> !a.currency.equals(currency)).isPresent()) {
            faults.add(FieldError.at(PlannedInput.CURRENCY, AccountFieldError.ACCOUNT_CURRENCY));
        }
        if (reached.filter(a -> !a.currency.equals(currency)).isPresent()) {
            faults.add(FieldError.at(PlannedInput.TO_ACCOUNT, AccountFieldError.ACCOUNT_CURRENCY));
        }
        Money.fault(PlannedInput.AMOUNT, planned.amount(), currency).ifPresent(faults::add);
        ProblemException.throwIfAny(faults);
        return new Money(planned.type().sign(planned.amount()), currency);
    }

    private Optional<Account> find(UUID id, String pointer, Schedule before, List<FieldError> faults) {
        boolean known = id != null && (id.equals(before.accountId) || id.equals(before.toAccountId));
        if (id != null && !known && !byId.containsKey(id)) {
            faults.add(FieldError.at(pointer, AccountFieldError.UNKNOWN_ACCOUNT));
        }
        return Optional.ofNullable(id).map(byId::get);
    }

    boolean anyClosed(Predicate<UUID> another) {
        return byId.values().stream().anyMatch(account -> account.closed && another.test(account.id));
    }
}

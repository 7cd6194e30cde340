package org.nestegg.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.account.Account;
import org.nestegg.statement.format.ReadStatement;

/**
 * Which account a statement goes to: the one that was named for its number, or else has that number, or else was named for the whole
 * file.
 */
final class AccountChoice {

    /** A shorter end of a number says nothing. */
    private static final int SHORTEST_END = 6;

    private final List<Account> accounts;
    private final UUID forAll;
    private final Map<String, UUID> byNumber;

    /**
     * @param accounts the owner's
     * @param forAll the account that was named for the whole file, or null
     * @param byNumber those that were named for numbers, or for {@code number/currency}
     */
    AccountChoice(List<Account> accounts, UUID forAll, Map<String, UUID> byNumber) {
        this.accounts = accounts;
        this.forAll = forAll;
        this.byNumber = byNumber;
    }

    /** @param alone whether the file has no other */
    Optional<Account> of(ReadStatement statement, boolean alone) {
        UUID named = statement.number == null
                ? null
                : byNumber.getOrDefault(statement.number + "/" + statement.currency, byNumber.get(statement.number));
        if (named != null) {
            return find(named);
        }
        Optional<Account> chosen = Optional.ofNullable(forAll).flatMap(this::find);
        if (alone && chosen.isPresent()) {
            return chosen;
        }
        return numbered(statement).or(() -> chosen);
    }

    private Optional<Account> find(UUID id) {
        return accounts.stream().filter(account -> account.id.equals(id)).findFirst();
    }

    /**
     * By number, of several the one in the statement's currency. An IBAN ends in the number that the bank has for the account; where
     * that fits several, it fits none.
     */
    private Optional<Account> numbered(ReadStatement statement) {
        if (statement.number == null) {
            return Optional.empty();
        }
        String number = plain(statement.number);
        List<Account> same = accounts.stream()
                .filter(account ->
                        account.number != null && plain(account.number).equals(number))
                .toList();
        List<Account> fitting = same.isEmpty()
                ? accounts.stream()
                        .filter(account -> account.number != null && endsAlike(plain(account.number), number))
                        .toList()
                : same;
        if (fitting.size() > 1) {
            return fitting.stream()
                    .filter(account -> account.currency.getCurrencyCode().equals(statement.currency))
                    .min(Comparator.comparing((Account account) -> account.closed)
                            .thenComparing(account -> account.id))
                    .filter(_ -> !same.isEmpty());
        }
        return fitting.stream().filter(Objects::nonNull).findFirst();
    }

    private static boolean endsAlike(String one, String other) {
        String longer = one.length() > other.length() ? one : other;
        String shorter = one.length() > other.length() ? other : one;
        return shorter.length() >= SHORTEST_END && longer.endsWith(shorter);
    }

    /** As numbers are compared: without case, and what stands between digits. */
    private static String plain(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9*]", "");
    }
}

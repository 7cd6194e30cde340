package org.nestegg.statement.format.mt940;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the number of an account in what banks write for it. */
final class Mt940Account {

    /** A German bank code or a BIC, and then the number. */
    private static final Pattern WITH_BANK =
            Pattern.compile("(?:\\d{8}|[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\\s?/(.++)", Pattern.DOTALL);

    private static final Pattern WITH_CURRENCY =
            Pattern.compile("([A-Z0-9. -]{1,40}?)(\\s?/\\s?|\\s|)([A-Z]{3})", Pattern.DOTALL);
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private Mt940Account() {}

    static String number(String field) {
        String text = field.strip();
        Matcher bank = WITH_BANK.matcher(text);
        String account = bank.matches() ? bank.group(1) : text;
        return withoutCurrency(account.startsWith("/") ? account.substring(1) : account);
    }

    private static String withoutCurrency(String account) {
        Matcher with = WITH_CURRENCY.matcher(account.toUpperCase(Locale.ROOT));
        if (!with.matches() || !CURRENCIES.contains(with.group(3))) {
            return account;
        }
        String number = with.group(1).replace(" ", "");
        boolean apart = !with.group(2).isEmpty();
        return apart || number.chars().allMatch(Character::isDigit) || isIban(number)
                ? account.substring(0, with.end(1))
                : account;
    }

    /** Whether it is one by its check digits (ISO 7064, MOD 97-10): letters at the end may belong to it. */
    private static boolean isIban(String number) {
        if (!IBAN.matcher(number).matches()) {
            return false;
        }
        int rest = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = Character.digit(number.charAt((i + 4) % number.length()), 36);
            rest = (rest * (digit > 9 ? 100 : 10) + digit) % 97;
        }
        return rest == 1;
    }
}

package org.nestegg.account;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** International bank account numbers (ISO 13616). */
final class Iban {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Iban() {}

    /** Whether a number without spaces is written as an IBAN, but has check digits that are not its own (ISO 7064, MOD 97-10). */
    static boolean isMistaken(String number) {
        String iban = number.toUpperCase(Locale.ROOT);
        if (!FORM.matcher(iban).matches()) {
            return false;
        }
        String digits = (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .mapToObj(c -> Integer.toString(Character.getNumericValue(c)))
                .collect(Collectors.joining());
        return !new BigInteger(digits).mod(MODULUS).equals(BigInteger.ONE);
    }
}

package org.nestegg.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a file has of one account in one currency, and where that goes.
 *
 * @param number what the bank knows the account by, or null
 * @param accountId the account that its rows go to; null if nobody has said so yet
 * @param accountCurrency that of the account; null if there is none
 * @param currency the currency of its rows: the file's, else that of the account, else the owner's own
 * @param sum what its rows come to that are neither invalid nor pending
 */
@RegisterForReflection
record PlannedStatement(
        String number,
        UUID accountId,
        String accountCurrency,
        String currency,
        LocalDate from,
        LocalDate to,
        BigDecimal opening,
        BigDecimal closing,
        BigDecimal sum) {

    /** Whether it adds up; null where the file does not say enough. */
    Boolean balanced() {
        return opening == null || closing == null ? null : opening.add(sum).compareTo(closing) == 0;
    }

    /** The same of no account. */
    PlannedStatement unassigned() {
        return new PlannedStatement(number, null, null, currency, from, to, opening, closing, sum);
    }

    /** The same with what its rows have been found to be. */
    PlannedStatement with(LocalDate first, LocalDate last, BigDecimal total) {
        return new PlannedStatement(number, accountId, accountCurrency, currency, first, last, opening, closing, total);
    }
}

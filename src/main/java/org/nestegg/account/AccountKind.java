package org.nestegg.account;

import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** What kind of place money lies in. What is owed on a card or a loan is a negative balance. */
@Schema(enumeration = {"checking", "savings", "cash", "credit-card", "loan", "investment", "other"})
public enum AccountKind implements Coded {
    CHECKING("checking"),
    SAVINGS("savings"),
    CASH("cash"),
    CREDIT_CARD("credit-card"),
    LOAN("loan"),
    INVESTMENT("investment"),
    OTHER("other");

    @EnumeratedValue
    public final String code;

    AccountKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

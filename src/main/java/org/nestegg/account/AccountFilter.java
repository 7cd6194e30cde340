package org.nestegg.account;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.money.Currencies;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/** Which accounts a list has, and in which order. */
record AccountFilter(
        Optional<String> text,
        Optional<AccountKind> kind,
        Optional<Boolean> closed,
        Optional<Currency> currency,
        AccountSort sort) {

    private static final QueryParameter<String> TEXT =
            QueryParameter.text("q", "Part of name, institution or number, without case");
    private static final QueryParameter<AccountKind> KIND = QueryParameter.choice(
            "kind", "Only those of a kind", "AccountKind", AccountKind.values(), AccountKind::code);
    private static final QueryParameter<Boolean> CLOSED =
            QueryParameter.either("closed", "Only closed or only open accounts");
    private static final QueryParameter<Currency> CURRENCY = Currencies.parameter("currency", "The currency");
    private static final QueryParameter<AccountSort> SORT = QueryParameter.choice(
            "sort", "The order; the newest first if left out", "AccountSort", AccountSort.values(), AccountSort::code);

    /** How far the deletion of an account goes. */
    static final QueryParameter<Boolean> CASCADE = QueryParameter.flag("cascade", "Whether its transactions go, too");

    static final List<QueryParameter<?>> PARAMETERS = List.of(TEXT, KIND, CLOSED, CURRENCY, SORT);

    static AccountFilter read(QueryReader query) {
        return new AccountFilter(
                query.get(TEXT),
                query.get(KIND),
                query.get(CLOSED),
                query.get(CURRENCY),
                query.get(SORT).orElse(AccountSort.NEWEST));
    }

    Criteria criteria(UUID owner) {
        return Criteria.ofOwner(owner)
                .andAnyContains(List.of("name", "institution", "number"), "text", text)
                .and("kind = :kind", "kind", kind)
                .and("closed = :closed", "closed", closed)
                .and("currency = :currency", "currency", currency);
    }
}

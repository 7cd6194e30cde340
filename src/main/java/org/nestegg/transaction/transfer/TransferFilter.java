package org.nestegg.transaction.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/** Which transfers a list has. Days are those on which money left, inclusive. */
record TransferFilter(Optional<LocalDate> from, Optional<LocalDate> to, Optional<UUID> account, Optional<String> text) {

    private static final QueryParameter<LocalDate> FROM = QueryParameter.day("from", "The first day");
    private static final QueryParameter<LocalDate> TO = QueryParameter.day("to", "The last day");
    private static final QueryParameter<UUID> ACCOUNT =
            QueryParameter.id("accountId", "The account that they left or reached");
    private static final QueryParameter<String> TEXT =
            QueryParameter.text("q", "Part of description, notes or category, without case");

    static final List<QueryParameter<?>> PARAMETERS = List.of(FROM, TO, ACCOUNT, TEXT);

    static TransferFilter read(QueryReader query) {
        return new TransferFilter(query.get(FROM), query.get(TO), query.get(ACCOUNT), query.get(TEXT));
    }

    /** On the sides {@code o} of an owner's transfers that have left an account. */
    Criteria criteria(UUID owner) {
        return Criteria.ofAll()
                .and("o.owner = :owner", "owner", owner)
                .and("o.date >= :from", "from", from)
                .and("o.date <= :to", "to", to)
                .and(
                        "(o.accountId = :account or exists (select 1 from Transaction i where i.owner = o.owner"
                                + " and i.transferId = o.transferId and i.accountId = :account))",
                        "account",
                        account)
                .andAnyContains(List.of("o.description", "o.notes", "o.category"), "text", text);
    }
}

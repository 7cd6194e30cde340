package org.nestegg.transaction;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.platform.http.Created;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.security.CurrentUser;

/** The caller's transactions, as the three collections over them share it. */
@Singleton
class Ledger {

    private final Pages pages;
    private final CurrentUser user;

    Ledger(Pages pages, CurrentUser user) {
        this.pages = pages;
        this.user = user;
    }

    RestResponse<Page<TransactionView>> page(TransactionFilter filter, QueryReader query, UriInfo uri) {
        var page = pages.read(query, uri, user.id());
        return page.answer(
                Transaction.page(user.id(), filter, page),
                TransactionView::of,
                filter.sort()::key,
                () -> Transaction.count(user.id(), filter));
    }

    RestResponse<TransactionView> create(TransactionInput input) {
        Transaction transaction = new Transaction();
        transaction.owner = user.id();
        input.applyTo(transaction, user.currency());
        transaction.persistAndFlush();
        return Created.at("/api/v1/transactions/" + transaction.id, TransactionView.of(transaction));
    }

    TransactionView change(Transaction transaction, TransactionInput input) {
        input.applyTo(transaction, user.currency());
        Transaction.flush();
        return TransactionView.of(transaction);
    }
}

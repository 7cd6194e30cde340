package org.nestegg.transaction;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.security.CurrentUser;

/** Pages of the caller's transactions, of which there are three collections: all, incomes and expenses. */
@Singleton
class TransactionPages {

    private final Pages pages;
    private final CurrentUser user;

    TransactionPages(Pages pages, CurrentUser user) {
        this.pages = pages;
        this.user = user;
    }

    RestResponse<Page<TransactionView>> answer(TransactionFilter filter, QueryReader query, UriInfo uri) {
        var page = pages.read(query, uri, user.id());
        return page.answer(
                Transaction.page(user.id(), filter, page),
                Function.identity(),
                filter.sort()::key,
                () -> Transaction.count(user.id(), filter));
    }
}

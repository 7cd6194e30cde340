package org.nestegg.account;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.nestegg.change.RecordedType;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.problem.ProblemSet;

/** What accounts add to the service: problems, an entry point, and that they are remembered. */
@Singleton
class AccountFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(
                17, List.of(AccountProblem.values()), List.of(AccountFieldError.values()), List.of(Account.LIMIT));
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(15).add("accounts", "/api/v1/accounts");
    }

    @Produces
    @Singleton
    RecordedType history(AccountHistory history) {
        return history.type();
    }
}

package org.nestegg.platform.condition;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.nestegg.platform.digest.EntityTag;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

/** What a request asks of the object as it is: {@code If-Match} and {@code If-None-Match} (RFC 9110, section 13). */
@Singleton
public class Preconditions {

    private final EntityTags tags;
    private final RoutingContext context;

    Preconditions(EntityTags tags, RoutingContext context) {
        this.tags = tags;
        this.context = context;
    }

    /**
     * To be called before a change, when the object is kept from all others until the end of the transaction.
     *
     * @param current the object as it is shown; asked only if the request has a precondition
     * @throws ProblemException with {@code precondition-failed}
     */
    public void check(Supplier<? extends Tagged> current) {
        MultiMap headers = context.request().headers();
        if (headers.contains(HttpHeaders.IF_MATCH) || headers.contains(HttpHeaders.IF_NONE_MATCH)) {
            String tag = tags.of(tags.show(current.get()));
            if (!isExpected(tag) || isKnown(tag)) {
                throw new ProblemException(CommonProblem.PRECONDITION_FAILED);
            }
        }
    }

    /** Whether {@code If-Match} is absent or names the tag, by strong comparison. */
    boolean isExpected(String tag) {
        List<String> fields = context.request().headers().getAll(HttpHeaders.IF_MATCH);
        return fields.isEmpty() || EntityTag.isNamed(fields, tag, false);
    }

    /** Whether {@code If-None-Match} names the tag, by weak comparison. */
    boolean isKnown(String tag) {
        return EntityTag.isNamed(context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), tag, true);
    }
}

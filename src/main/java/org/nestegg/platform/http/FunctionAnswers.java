package org.nestegg.platform.http;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What is different about answers on AWS Lambda, which gets them whole and speaks nothing but TLS to clients. */
@Singleton
@IfBuildProfile("lambda")
class FunctionAnswers {

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(_ -> complete(context));
                    context.next();
                },
                RequestOrder.FUNCTION_ANSWERS);
    }

    private static void complete(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.remove("Transfer-Encoding");
        headers.set("Strict-Transport-Security", SecurityHeaders.TWO_YEARS);
    }
}

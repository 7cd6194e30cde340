package org.nestegg;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class Nestegg {

    static {
        // The framework's own check of request targets answers 400 without a body and before any handler of ours; it
        // reads this once, when its class is loaded. EdgeProblems makes the same check and answers with a problem.
        System.setProperty("vertx.disableURIValidation", "true");
    }

    private Nestegg() {}

    public static void main(String... arguments) {
        Quarkus.run(arguments);
    }
}

package org.nestegg;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nestegg.platform.http.GeneratedDocument;
import org.nestegg.platform.operation.Check;
import org.nestegg.platform.operation.Command;
import org.nestegg.platform.operation.Purge;
import org.nestegg.rate.RateLoad;

/**
 * The process: {@code nestegg [serve|migrate|purge|check|rates <file>]}, see {@link Command}. Exits with 0, 1 for failure or what {@link Check}
 * has found, 2 for misuse.
 */
@QuarkusMain
public class Nestegg implements QuarkusApplication {

    static {
        // The framework's own check of request targets answers 400 without a body and before any handler of ours; it
        // reads this once, when its class is loaded. EdgeProblems makes the same check and answers with a problem.
        System.setProperty("vertx.disableURIValidation", "true");
    }

    private final Command command;
    private final Purge purge;
    private final Check check;
    private final RateLoad rates;

    Nestegg(@ConfigProperty(name = Command.PROPERTY) Command command, Purge purge, Check check, RateLoad rates) {
        this.command = command;
        this.purge = purge;
        this.check = check;
        this.rates = rates;
    }

    public static void main(String... arguments) {
        Optional<Command> command = Command.of(arguments);
        if (command.isEmpty()) {
            System.err.println("Usage: nestegg [serve|migrate|purge|check|rates <file>]");
            System.exit(2);
        }
        command.orElseThrow().configure();
        GeneratedDocument.standInForTheFrameworks();
        Quarkus.run(Nestegg.class, arguments);
    }

    /** What is left to do once the framework has started, and with it the database is up to date. */
    @Override
    public int run(String... arguments) {
        return switch (command) {
            case SERVE -> serve();
            case MIGRATE -> 0;
            case PURGE -> purge.run() ? 0 : 1;
            case CHECK -> check.run() ? 0 : 1;
            case RATES -> rates.run(Path.of(arguments[1])) ? 0 : 1;
        };
    }

    private static int serve() {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            exitOrderly();
        }
        Quarkus.waitForExit();
        return 0;
    }

    /** By itself a JVM that is told to stop (SIGTERM) exits with 143, however orderly it did: hold it until this has its say. */
    private static void exitOrderly() {
        Thread main = Thread.currentThread();
        Thread hold = new Thread(() -> {
            try {
                main.join();
            } catch (InterruptedException _) {
                // then it need not wait
            }
        });
        Runtime.getRuntime().addShutdownHook(hold);
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, _) -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hold);
                System.exit(code);
            } catch (IllegalStateException _) {
                Runtime.getRuntime().halt(code);
            }
        });
    }
}

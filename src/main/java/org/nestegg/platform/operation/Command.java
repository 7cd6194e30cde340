package org.nestegg.platform.operation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a process is started for: its first argument. Others name what it is about. */
public enum Command {

    /** Serves until it is told to stop; also when there is no argument. */
    SERVE(0),

    /** Brings the database up to date and exits. */
    MIGRATE(0),

    /** Removes what has expired and exits. */
    PURGE(0),

    /** Compares what the database keeps with its rows and exits. */
    CHECK(0),

    /** Loads the exchange rates of a file, which the second argument names, and exits. */
    RATES(1);

    /** The configuration property that tells the rest of the process. */
    public static final String PROPERTY = "nestegg.command";

    private static final Map<String, String> SERVING_NOBODY = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            // It would say so.
            "quarkus.log.category.\"io.quarkus.scheduler\".level", "WARN",
            "quarkus.shutdown.delay", "0s");

    private final int others;

    Command(int others) {
        this.others = others;
    }

    /** The command that the arguments of a process name, if they name one. */
    public static Optional<Command> of(String... arguments) {
        if (arguments.length == 0) {
            return Optional.of(SERVE);
        }
        return Stream.of(values())
                .filter(command -> command.argument().equals(arguments[0]) && arguments.length == 1 + command.others)
                .findAny();
    }

    /** Makes this process one for the command, before the framework starts. */
    public void configure() {
        System.setProperty(PROPERTY, argument());
        if (this != SERVE) {
            SERVING_NOBODY.forEach(System::setProperty);
        }
        if (this == CHECK) {
            // A statement that reads whole tables says nothing until it is through, however long that takes.
            System.setProperty("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "0");
        }
    }

    private String argument() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.nestegg.platform.operation;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns OpenTelemetry off unless there is somewhere to send traces to, which costs nothing then. The standard's variable
 * {@code OTEL_EXPORTER_OTLP_ENDPOINT} names it as well as the framework's.
 */
public final class TracingConfig implements ConfigSourceFactory {

    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";
    private static final String STANDARD_ENDPOINT = "otel.exporter.otlp.endpoint";
    private static final String DISABLED = "quarkus.otel.sdk.disabled";
    private static final int ORDINAL = 200; // below environment and system properties

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> settings = Stream.of(ENDPOINT, STANDARD_ENDPOINT)
                .map(context::getValue)
                // The framework's own default has the lowest of ordinals.
                .filter(value -> value.getValue() != null && value.getConfigSourceOrdinal() >= 0)
                .map(ConfigValue::getValue)
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(endpoint -> Map.of(ENDPOINT, endpoint, DISABLED, "false"))
                // Said either way, because what is found here during the build becomes the default.
                .orElse(Map.of(DISABLED, "true"));
        return List.of(new PropertiesConfigSource(settings, "tracing", ORDINAL));
    }
}

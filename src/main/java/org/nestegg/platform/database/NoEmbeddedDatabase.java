package org.nestegg.platform.database;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.smallrye.config.ConfigSourceContext;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Stands for {@link EmbeddedDatabaseConfig} in a native executable, so that nothing there reaches {@link EmbeddedDatabase},
 * whose library is not in the artifact. The builder parses all methods of a class of which it replaces one: the one that
 * calls is replaced, and not what it calls.
 */
@TargetClass(EmbeddedDatabaseConfig.class)
final class NoEmbeddedDatabase {

    private NoEmbeddedDatabase() {}

    @Substitute
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return List.of();
    }
}

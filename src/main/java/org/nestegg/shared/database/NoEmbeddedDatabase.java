package org.nestegg.shared.database;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.nio.file.Path;
import java.util.Optional;

/** Stands for {@link EmbeddedDatabase} in a native executable, which must link and has not the library. */
@TargetClass(EmbeddedDatabase.class)
final class NoEmbeddedDatabase {

    private NoEmbeddedDatabase() {}

    @Substitute
    static String start(Optional<Path> data) {
        throw new IllegalStateException("A native executable has no database of its own");
    }
}

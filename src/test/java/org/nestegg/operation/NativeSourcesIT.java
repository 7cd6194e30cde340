package org.nestegg.operation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.xml.catalog.CatalogFeatures;
import javax.xml.catalog.CatalogManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nestegg.platform.language.Languages;
import org.nestegg.platform.limit.Bucket;

/** A native executable has of classes and files what it is told of in the build: nothing that is needed is left out. */
@Tag("native-sources")
class NativeSourcesIT {

    private static final String CLASS = ".class";
    private static final String FACTORIES = "META-INF/services/io.smallrye.config.ConfigSourceFactory";

    /** What must not be made while the executable is built and be the same in every process. */
    private static final List<Class<?>> NOT_FOR_ALL_TIME = List.of(
            RandomGenerator.class, Key.class, KeyPair.class, Mac.class, Cipher.class, Thread.class, Executor.class);

    /** Replaced as a whole, see NoEmbeddedDatabase, which nobody links. */
    private static final Set<String> REPLACED = Set.of(
            "org/nestegg/platform/database/EmbeddedDatabase.class",
            "org/nestegg/platform/database/NoEmbeddedDatabase.class");

    private static final String CONFIG = "org/nestegg/platform/database/EmbeddedDatabaseConfig";
    private static final String DATABASE = "org/nestegg/platform/database/EmbeddedDatabase";
    private static final String BROTLI = "com/aayushatharva/brotli4j";

    private final NativeSources sources = new NativeSources();

    NativeSourcesIT() throws IOException {}

    @Test
    void everyTypeOnTheWireIsRegistered() throws Exception {
        Set<String> types = WireTypes.of(ownClasses());
        assertTrue(types.size() > 40, types::toString);
        types.removeAll(sources.bindable());
        assertEquals(Set.of(), types);
    }

    @Test
    void everyFileIsThereAtRunTime() throws IOException {
        Set<String> files = new TreeSet<>(sources.entries());
        files.removeIf(file -> file.endsWith(CLASS)
                || file.matches("META-INF/(MANIFEST|services/|native-image/|maven/).*|application.properties"));
        for (Locale language : Languages.ALL) {
            for (String room : List.of(
                    "platform/problem", "identity", "transaction", "goal", "bucketlist", "money", "diagnostics")) {
                String file = "org/nestegg/" + room + "/texts_" + language.getLanguage() + ".properties";
                assertTrue(files.contains(file), file);
            }
        }
        for (String part : List.of(
                "V1__",
                "V13__",
                "common-passwords",
                "git.properties",
                "swagger-ui-bundle.js",
                "resources/app/index.html",
                "resources/app/files.txt",
                "lit-html.js",
                "d3-scale.min.js")) {
            assertTrue(files.stream().anyMatch(file -> file.contains(part)), part);
        }
        assertTrue(files.size() > 30, files::toString);
        assertEquals(List.of(), sources.notIncluded(files));
    }

    @Test
    void allLanguagesAndCharsetsAreThere() throws IOException {
        var locales = Pattern.compile("-H:IncludeLocales=(\\S+)").matcher(sources.arguments());
        assertTrue(locales.find(), sources.arguments());
        assertEquals(
                Languages.ALL.stream().map(Locale::toLanguageTag).collect(Collectors.toSet()),
                Set.of(locales.group(1).split(",")));
        assertTrue(sources.arguments().contains("-H:+AddAllCharsets"), sources.arguments());
    }

    @Test
    void sourcesOfConfigurationAreFound() throws IOException {
        List<String> factories = sources.text(FACTORIES).lines().toList();
        assertTrue(factories.size() >= 2, factories::toString);
        assertTrue(sources.constructible().containsAll(factories), factories::toString);
    }

    /** Classes are initialised while the executable is built. */
    @Test
    void nothingSecretOrRandomIsMadeInTheBuild() throws Exception {
        List<Field> fields = ownClasses().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .toList();
        assertTrue(fields.size() > 100, fields::toString);
        assertEquals(
                List.of(),
                fields.stream()
                        .filter(field ->
                                NOT_FOR_ALL_TIME.stream().anyMatch(type -> type.isAssignableFrom(field.getType())))
                        .toList());
        String late = sources.arguments().replaceFirst("(?s).*--initialize-at-run-time=", "");
        for (String holder : List.of("UuidVersion6Strategy$Holder", "UuidVersion7Strategy$Holder")) {
            assertTrue(late.contains("org.hibernate.id.uuid." + holder), late);
            assertTrue(sources.classes().containsKey("org/hibernate/id/uuid/" + holder), holder);
        }
    }

    /** The builder resolves all that what it comes to names, and the libraries for dev and test are not there. */
    @Test
    void everyClassThatOursNameIsThere() throws IOException {
        Linkage linkage = new Linkage(sources.classes());
        assertEquals(
                Map.of(
                        CONFIG,
                        Set.of("getConfigSources"),
                        "javax/xml/catalog/CatalogManager",
                        Set.of("catalogResolver")),
                linkage.substitutions());
        assertDoesNotThrow(() -> CatalogManager.class.getMethod("catalogResolver", CatalogFeatures.class, URI[].class));
        assertEquals(Set.of(), linkage.faultsOfOurs(linkage.substitutions()));
        assertTrue(sources.classes().keySet().stream().noneMatch(name -> name.startsWith("io/zonky/")));
        // As it was once: a method of the class itself was replaced, and a lambda beside it names what is not there.
        Set<String> faults = linkage.faultsOfOurs(Map.of(DATABASE, Set.of("start")));
        assertTrue(
                faults.stream().anyMatch(fault -> fault.startsWith(DATABASE) && fault.contains("io/zonky/")),
                faults::toString);
    }

    /** What may be missing of libraries is what they can do without: named is each, so that nothing else goes missing. */
    @Test
    void librariesMissOnlyWhatIsOptional() throws IOException {
        Set<String> optional;
        try (InputStream list = getClass().getResourceAsStream("/native-optional.txt")) {
            optional = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Map<String, byte[]> classes = sources.classes();
        Map<String, String> missing = new Linkage(classes).missingOfLibraries();
        Set<String> other = new TreeSet<>(missing.keySet());
        other.removeAll(optional);
        assertEquals(Set.of(), other, missing::toString);
        optional.removeAll(missing.keySet());
        assertEquals(Set.of(), optional, "is there, or not needed");
        // As it was once: excluded, to save time at the start of a JVM.
        classes.keySet().removeIf(name -> name.startsWith(BROTLI));
        assertTrue(new Linkage(classes).missingOfLibraries().containsKey(BROTLI));
    }

    /** Caffeine makes a class's name of what a cache is to do, and the framework knows but some. */
    @Test
    void theClassesOfCachesAreRegistered() throws Exception {
        Object cache = ((LoadingCache<?, ?>) value(Bucket.class, "buckets", new Bucket("test", 1, Duration.ofHours(1))))
                .asMap();
        Object nodes = value(cache.getClass(), "nodeFactory", cache);
        for (Object part : List.of(cache, nodes)) {
            String name = part.getClass().getName();
            assertTrue(sources.constructible().contains(name), name);
        }
    }

    private static Object value(Class<?> type, String field, Object holder) throws ReflectiveOperationException {
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            for (Field candidate : owner.getDeclaredFields()) {
                if (candidate.getName().equals(field)) {
                    candidate.setAccessible(true);
                    return candidate.get(holder);
                }
            }
        }
        throw new NoSuchFieldException(field);
    }

    /** Those that were compiled, without those that the framework has made. */
    private List<Class<?>> ownClasses() throws IOException, ClassNotFoundException {
        List<Class<?>> classes = new ArrayList<>();
        for (String file : sources.entries()) {
            if (file.startsWith("org/nestegg/") && file.endsWith(CLASS) && !REPLACED.contains(file)) {
                String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
                try {
                    classes.add(Class.forName(name, false, getClass().getClassLoader()));
                } catch (ClassNotFoundException _) {
                    // made by the framework
                }
            }
        }
        return classes;
    }
}

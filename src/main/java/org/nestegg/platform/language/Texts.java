package org.nestegg.platform.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one room: {@code texts_*.properties} beside its classes, a file for each of {@link Languages#ALL}. The files
 * are read by name: the platform's own lookup would take the machine's language where it finds no other.
 */
public final class Texts {

    private final Class<?> room;
    private final Map<Locale, PropertyResourceBundle> files = new ConcurrentHashMap<>();

    /** @param room any class of the package whose texts they are */
    public Texts(Class<?> room) {
        this.room = room;
    }

    /**
     * A text.
     *
     * @param language one of {@link Languages#ALL}
     * @param arguments what the text names, shown as the language shows it
     */
    public String get(Locale language, String key, Object... arguments) {
        return new MessageFormat(file(language).getString(key), language)
                .format(Arrays.stream(arguments)
                        .map(argument -> argument instanceof Worded worded ? worded.in(language) : argument)
                        .toArray());
    }

    /** What there are texts for. */
    public Set<String> keys(Locale language) {
        return file(language).keySet();
    }

    private PropertyResourceBundle file(Locale language) {
        return files.computeIfAbsent(language, this::read);
    }

    private PropertyResourceBundle read(Locale language) {
        String name = "texts_" + language.getLanguage() + ".properties";
        try (var reader = new InputStreamReader(room.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

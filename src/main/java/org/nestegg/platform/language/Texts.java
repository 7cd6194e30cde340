package org.nestegg.platform.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one bundle, which has a file for each of {@link Languages#ALL} under {@code messages}. The files are read by
 * name: the platform's own lookup would take the machine's language where it finds no other.
 */
public final class Texts {

    private final String bundle;
    private final Map<Locale, PropertyResourceBundle> files = new ConcurrentHashMap<>();

    public Texts(String bundle) {
        this.bundle = bundle;
    }

    /**
     * A text.
     *
     * @param language one of {@link Languages#ALL}
     * @param arguments what the text names, shown as the language shows it
     */
    public String get(Locale language, String key, Object... arguments) {
        return new MessageFormat(file(language).getString(key), language).format(arguments);
    }

    /** What there are texts for. */
    public Set<String> keys(Locale language) {
        return file(language).keySet();
    }

    private PropertyResourceBundle file(Locale language) {
        return files.computeIfAbsent(language, this::read);
    }

    private PropertyResourceBundle read(Locale language) {
        String name = "/messages/" + bundle + "_" + language.getLanguage() + ".properties";
        try (var reader = new InputStreamReader(Texts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

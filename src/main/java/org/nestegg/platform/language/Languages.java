package org.nestegg.platform.language;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.Set;

/** The languages that the service speaks, and which of them a request is answered in. */
public final class Languages {

    /** All of them, the default first. Each room that speaks has a file of {@link Texts} for each. */
    public static final List<Locale> ALL =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("es"), Locale.FRENCH, Locale.of("pt"));

    private static final String HEADER = "Accept-Language";
    private static final Locale DEFAULT = ALL.getFirst();
    private static final String ANY = "*";

    private Languages() {}

    /**
     * The language to answer a request in: the best that {@code Accept-Language} asks for (RFC 9110, section 12.5.4), or
     * where there is none the caller's own, or else English. The answer's headers say which it is.
     */
    public static Uni<Locale> speak(RoutingContext context) {
        return accepted(context.request().headers().getAll(HEADER))
                .map(language -> Uni.createFrom().item(language))
                .orElseGet(() -> ofCaller(context))
                .invoke(language -> announce(language, context.response().headers()));
    }

    private static void announce(Locale language, MultiMap headers) {
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        if (!headers.getAll(HttpHeaders.VARY).contains(HEADER)) {
            headers.add(HttpHeaders.VARY, HEADER);
        }
    }

    /** The language of whoever sent a good token, also where none is needed. */
    private static Uni<Locale> ofCaller(RoutingContext context) {
        return QuarkusHttpUser.getSecurityIdentity(context, null)
                .onFailure()
                .recoverWithNull()
                .map(identity -> Optional.ofNullable(identity)
                        .map(SecurityIdentity::getPrincipal)
                        .filter(LocalizedPrincipal.class::isInstance)
                        .flatMap(caller -> lookup(new LanguageRange(((LocalizedPrincipal) caller).locale())))
                        .orElse(DEFAULT));
    }

    /**
     * The best of the languages that header fields ask for; nothing where they do not ask. What makes no sense is passed
     * over, and where no language of ours is left, it is the default: a wrong language is better than no answer.
     */
    private static Optional<Locale> accepted(List<String> fields) {
        List<LanguageRange> ranges = new ArrayList<>();
        boolean asked = false;
        for (String element : String.join(",", fields).split(",")) {
            if (!element.isBlank()) {
                asked = true;
                ranges.addAll(parse(element.strip()));
            }
        }
        ranges.sort(Comparator.comparing(LanguageRange::getWeight).reversed());
        return asked ? Optional.of(best(ranges)) : Optional.empty();
    }

    private static List<LanguageRange> parse(String element) {
        try {
            return LanguageRange.parse(element);
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    /**
     * By lookup (RFC 4647, section 3.4), which {@code pt-BR} finds {@code pt} with. A weight of zero refuses a language;
     * the asterisk is any that no other range names.
     */
    private static Locale best(List<LanguageRange> byWeight) {
        Set<Locale> named = new HashSet<>();
        Set<Locale> refused = new HashSet<>();
        for (LanguageRange range : byWeight) {
            if (!range.getRange().equals(ANY)) {
                lookup(range).ifPresent(named::add);
                ALL.stream()
                        .filter(language ->
                                range.getWeight() == 0 && range.getRange().equals(language.getLanguage()))
                        .forEach(refused::add);
            }
        }
        return byWeight.stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> range.getRange().equals(ANY)
                        ? ALL.stream()
                                .filter(language -> !named.contains(language))
                                .limit(1)
                        : lookup(range).filter(language -> !refused.contains(language)).stream())
                .findFirst()
                .orElse(DEFAULT);
    }

    private static Optional<Locale> lookup(LanguageRange range) {
        // Without its weight: the platform finds nothing for one that is refused.
        return Optional.ofNullable(Locale.lookup(List.of(new LanguageRange(range.getRange())), ALL));
    }
}

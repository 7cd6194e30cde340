package org.nestegg.shared.language;

import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Collectors;

/** The languages that the service speaks, and which of them a request is answered in. */
public final class Languages {

    /** All of them, the default first. Each has a file of every bundle under {@code messages}. */
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
    public static Locale speak(RoutingContext context) {
        Locale language = accepted(context.request().headers().getAll(HEADER))
                .or(() -> caller(context).flatMap(caller -> lookup(new LanguageRange(caller.locale()))))
                .orElse(DEFAULT);
        MultiMap headers = context.response().headers();
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        if (!headers.getAll(HttpHeaders.VARY).contains(HEADER)) {
            headers.add(HttpHeaders.VARY, HEADER);
        }
        return language;
    }

    /** Whoever sent a good token, also where none is needed. */
    private static Optional<Speaker> caller(RoutingContext context) {
        SecurityIdentity identity = null;
        if (context.user() instanceof QuarkusHttpUser user) {
            identity = user.getSecurityIdentity();
        } else if (BlockingOperationControl.isBlockingAllowed()) {
            identity = QuarkusHttpUser.getSecurityIdentity(context, null)
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
        }
        return identity != null && identity.getPrincipal() instanceof Speaker speaker
                ? Optional.of(speaker)
                : Optional.empty();
    }

    /**
     * The best of the languages that header fields ask for; nothing without a field. Fields that make no sense, and those
     * that leave no language of ours, are answered in the default: a wrong language is better than no answer.
     */
    static Optional<Locale> accepted(List<String> fields) {
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(best(LanguageRange.parse(String.join(",", fields))));
        } catch (IllegalArgumentException _) {
            return Optional.of(DEFAULT);
        }
    }

    /** By lookup (RFC 4647, section 3.4), which {@code pt-BR} finds {@code pt} with; a weight of zero refuses a language. */
    private static Locale best(List<LanguageRange> byWeight) {
        List<Locale> open = ALL.stream()
                .filter(language -> byWeight.stream()
                        .noneMatch(range ->
                                range.getWeight() == 0 && range.getRange().equals(language.getLanguage())))
                .collect(Collectors.toList());
        return byWeight.stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> range.getRange().equals(ANY)
                        ? open.stream().limit(1)
                        : lookup(range).filter(open::contains).stream())
                .findFirst()
                .orElse(DEFAULT);
    }

    private static Optional<Locale> lookup(LanguageRange range) {
        return Optional.ofNullable(Locale.lookup(List.of(range), ALL));
    }
}

package org.nestegg.rule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.platform.input.Text;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.rule.pattern.LinearPattern;

/** What a caller says a description is found by: exactly one of these. */
@RegisterForReflection
@Schema(name = "RuleTextInput")
record TextInput(
        @Schema(nullable = true, minLength = 1, maxLength = TextInput.MAX, description = "A part of it, without case")
        @CodePointLength(min = 1, max = TextInput.MAX)
        String contains,

        @Schema(nullable = true, minLength = 1, maxLength = TextInput.MAX, description = "All of it, without case")
        @CodePointLength(min = 1, max = TextInput.MAX)
        String equals,

        @Schema(
                nullable = true,
                minLength = 1,
                maxLength = TextInput.MAX,
                description =
                        "A regular expression in RE2 syntax that is found anywhere in it; heeds case but for (?i)")
        @CodePointLength(min = 1, max = TextInput.MAX)
        String matches) {

    static final int MAX = 200;

    private static final String POINTER = "/when/description";

    static TextInput of(TextMatch kind, String text) {
        return switch (kind) {
            case CONTAINS -> new TextInput(text, null, null);
            case EQUALS -> new TextInput(null, text, null);
            case MATCHES -> new TextInput(null, null, text);
        };
    }

    TextMatch kind() {
        if (contains != null) {
            return TextMatch.CONTAINS;
        }
        return equals != null ? TextMatch.EQUALS : TextMatch.MATCHES;
    }

    String text() {
        return Optional.ofNullable(contains)
                .or(() -> Optional.ofNullable(equals))
                .orElse(matches);
    }

    void check(Consumer<FieldError> faults) {
        List<String> said =
                Stream.of(contains, equals, matches).filter(Objects::nonNull).toList();
        if (said.size() != 1) {
            faults.accept(FieldError.at(POINTER, RuleFieldError.NOT_EXACTLY_ONE));
        }
        if (matches != null
                && Text.length(matches) <= MAX
                && LinearPattern.of(matches).isEmpty()) {
            faults.accept(FieldError.at(POINTER + "/matches", RuleFieldError.INVALID_PATTERN));
        }
    }
}

package org.nestegg.schedule;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.platform.language.Languages;
import org.nestegg.transaction.BankText;

/** What a text is about, whenever it was written: without dates, numbers, names of months, and what banks write beside. */
final class Subject {

    private static final Set<String> MONTHS = Languages.ALL.stream()
            .flatMap(Subject::months)
            .map(BankText::normal)
            .collect(Collectors.toUnmodifiableSet());

    private Subject() {}

    /** Two texts of which this is the same are about the same. */
    static String of(String text) {
        String normal = BankText.normal(text);
        String subject = Arrays.stream(BankText.telling(normal).split(" "))
                .filter(word -> !MONTHS.contains(word))
                .collect(Collectors.joining(" "));
        return subject.isEmpty() ? normal : subject;
    }

    private static Stream<String> months(Locale language) {
        return Stream.of(Month.values())
                .flatMap(month ->
                        Stream.of(TextStyle.FULL, TextStyle.SHORT).map(style -> month.getDisplayName(style, language)));
    }
}

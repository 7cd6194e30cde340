package org.nestegg.statement.format;

import org.nestegg.platform.language.Texts;

/** What people are told of files. */
public final class FormatTexts {

    public static final Texts TEXTS = new Texts(FormatTexts.class);

    private FormatTexts() {}
}

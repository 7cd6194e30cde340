package org.nestegg.platform.problem;

import java.util.Locale;
import org.nestegg.platform.language.Worded;

/** A number of bytes as people read it, in binary units (IEC 80000-13): 1 MiB, in French 1 Mio. */
record ByteSize(int bytes) implements Worded {

    private static final int KIBI = 1024;

    @Override
    public String in(Locale language) {
        String unit = language.getLanguage().equals("fr") ? "io" : "iB";
        return bytes % (KIBI * KIBI) == 0
                ? bytes / (KIBI * KIBI) + " M" + unit
                : Math.ceilDiv(bytes, KIBI) + " K" + unit;
    }
}

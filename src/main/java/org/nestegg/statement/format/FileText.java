package org.nestegg.statement.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * A file as text.
 *
 * @param text without byte order mark
 * @param encoding the name of its encoding (IANA), such as {@code UTF-8}
 * @param guessed whether the encoding was not certain
 */
public record FileText(String text, String encoding, boolean guessed) {

    private static final Charset LAST_RESORT = Charset.forName("windows-1252");

    /** So much of a file is looked at for zero bytes. */
    private static final int SAMPLE = 4096;

    /** So much of a text is looked at to tell its format. */
    private static final int HEAD = 8192;

    /**
     * Decodes a file: by its byte order mark; as UTF-8 if it is; as UTF-16 by its zero bytes; by detection; else as windows-1252.
     * Bytes that are none in the encoding become U+FFFD; zero characters are left out.
     */
    public static FileText of(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(bytes, 3, StandardCharsets.UTF_8, false);
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16LE, false);
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16BE, false);
        }
        Optional<Charset> wide = utf16(bytes);
        if (wide.isPresent()) {
            return decoded(bytes, 0, wide.get(), false);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new FileText(withoutZeros(text), StandardCharsets.UTF_8.name(), false);
        } catch (CharacterCodingException _) {
            return decoded(bytes, 0, detected(bytes), true);
        }
    }

    /** How the text begins, without blanks and signs that nobody sees: enough to tell its format. */
    public String head() {
        int begin = 0;
        while (begin < text.length() && isBlank(text.charAt(begin))) {
            begin++;
        }
        return text.substring(begin, Math.min(text.length(), begin + HEAD));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || c == '\uFEFF';
    }

    /** What is mostly Latin has a zero in every other byte. */
    private static Optional<Charset> utf16(byte[] bytes) {
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
        int high = 0;
        int low = 0;
        for (int i = 0; i < pairs; i++) {
            high += bytes[2 * i] == 0 ? 1 : 0;
            low += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs > 1 && low > 0.4 * pairs && high < 0.1 * pairs) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return pairs > 1 && high > 0.4 * pairs && low < 0.1 * pairs
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static Charset detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        try {
            return name == null || name.startsWith("UTF") || name.equals("US-ASCII")
                    ? LAST_RESORT
                    : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return LAST_RESORT;
        }
    }

    private static FileText decoded(byte[] bytes, int from, Charset charset, boolean guessed) {
        String text = new String(bytes, from, bytes.length - from, charset);
        return new FileText(withoutZeros(text), charset.name(), guessed);
    }

    private static String withoutZeros(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

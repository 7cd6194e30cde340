package org.nestegg.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathReferenceTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/api/v1/goals, /api/v1/goals",
                "/a|b{c}, /a%7Cb%7Bc%7D",
                "/100%, /100%25",
                "/%zz/%4, /%25zz/%254",
                "/%C3%A4/\u00C3\u00B6, /%C3%A4/%C3%B6",
                "//evil.example.com/x, /.//evil.example.com/x",
                "/\"<>\\^ [], /%22%3C%3E%5C%5E%20%5B%5D",
                "/a:b@c;d=e, /a:b@c;d=e",
                "*, /",
                "http://evil.example.com/, /",
                ", /"
            })
    void everyPathIsAReference(String path, String reference) {
        assertEquals(reference, PathReference.of(path));
        URI uri = URI.create(PathReference.of(path));
        assertNull(uri.getHost());
        assertNull(uri.getScheme());
    }
}

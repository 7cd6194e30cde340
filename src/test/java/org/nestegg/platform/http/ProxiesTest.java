package org.nestegg.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a request is from, however its address is written. */
class ProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "203.0.113.9:5678, 203.0.113.9",
        "\"203.0.113.9:5678\", 203.0.113.9",
        "::ffff:203.0.113.9, 203.0.113.9",
        "::FFFF:cb00:7109, 203.0.113.9",
        "0:0:0:0:0:ffff:cb00:7109, 203.0.113.9",
        "[::ffff:203.0.113.9]:443, 203.0.113.9",
        "64:ff9b::203.0.113.9, 203.0.113.9",
        "64:ff9b::cb00:7109, 203.0.113.9",
        "64:ff9b:0:0:0:0:203.0.113.9, 203.0.113.9",
        "64:ff9b:1::cb00:7109, 64:ff9b:1::cb00:7109",
        "2001:DB8:0:0::0001, 2001:db8::1",
        "2001:db8:0:1:0:0:0:1, 2001:db8:0:1::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "[2001:db8::1], 2001:db8::1",
        "[2001:db8::1]:443, 2001:db8::1",
        "\"[2001:db8::1]:443\", 2001:db8::1",
        "\"2001:db8::1\", 2001:db8::1",
        "fe80::1%eth0, fe80::1",
        "[fe80::1%25eth0]:80, fe80::1",
        "::1, ::1",
    })
    void anAddressHasOneSpelling(String text, String canonical) {
        assertEquals(Optional.of(canonical), IpAddress.parse(text).map(IpAddress::toString));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_hidden",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.400",
                "[1.2.3.4",
                "\"1.2.3.4",
                "1.2.3.4:",
                "1.2.3.4:x",
                "[::1]x",
                "::ffff:1.2.3",
                "1:2:3:4:5:6:7:1.2.3.4",
                "example.com:80",
                "%eth0"
            })
    void whatIsNoAddressIsNone(String text) {
        assertEquals(Optional.empty(), IpAddress.parse(text));
    }

    @Test
    void aSourceIsOneHoweverItIsWritten() {
        for (String text : List.of("::ffff:203.0.113.9", "64:ff9b::cb00:7109", "203.0.113.9:80")) {
            assertEquals("203.0.113.9", IpAddress.parse(text).orElseThrow().source());
        }
        for (String text : List.of("2001:db8::1", "[2001:0DB8::2]:443", "2001:db8:0:0:ffff::")) {
            assertEquals("20010db800000000", IpAddress.parse(text).orElseThrow().source());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.2.3",
        "10.0.0.0/8, ::ffff:10.0.0.1",
        "10.0.0.1, ::ffff:a00:1",
        "::ffff:10.0.0.1, 10.0.0.1",
        "::ffff:10.0.0.0/104, 10.1.2.3",
        "2001:db8::/32, 2001:0db8:ffff::1",
        "fe80::1, fe80::1%eth0",
    })
    void aProxyIsKnownHoweverItsAddressIsWritten(String rule, String peer) {
        assertEquals("203.0.113.9", client(rule, peer, "198.51.100.1, 203.0.113.9"));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, 11.0.0.1", "10.0.0.0/8, ::ffff:b00:1", "::ffff:10.0.0.0/104, 11.0.0.1", "::/0, 10.0.0.1"})
    void nobodyElseIs(String rule, String peer) {
        assertEquals(IpAddress.parse(peer).orElseThrow().toString(), client(rule, peer, "203.0.113.9"));
    }

    @Test
    void aProxyThatIsNoAddressIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> proxies("proxy.example.com"));
    }

    private static String client(String rule, String peer, String forwardedFor) {
        return proxies(rule)
                .client(IpAddress.parse(peer), List.of(forwardedFor))
                .orElseThrow()
                .toString();
    }

    private static Proxies proxies(String rule) {
        return new Proxies(Optional.of(List.of(rule)));
    }
}

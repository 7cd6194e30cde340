package org.nestegg.platform.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IP address, whatever way it was written: one client is one address. An IPv4 address inside an IPv6 one is that IPv4
 * address, be it mapped ({@code ::ffff:1.2.3.4}, RFC 4291, section 2.5.5.2) or behind NAT64 ({@code 64:ff9b::1.2.3.4}, RFC
 * 6052). Zones such as {@code %eth0} mean something only on one machine and are dropped.
 */
record IpAddress(InetAddress value) {

    /** The bits of an IPv6 address that come before an IPv4 address inside it. */
    static final int BITS_BEFORE_IPV4 = 96;

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] MAPPED = HEX.parseHex("00000000000000000000ffff");
    private static final byte[] NAT64 = HEX.parseHex("0064ff9b0000000000000000");

    /** As a field of a proxy may have it: in quotes, in brackets, with a port. */
    private static final Pattern FORWARDED = Pattern.compile(
            "(?<quote>\"?)(?:\\[(?<six>[^\\[\\]]*)](?::\\d+)?|(?<four>[^:\\[\\]]*):\\d+|(?<bare>[^\\[\\]]*))\\k<quote>");

    /** An IPv4 address as the end of an IPv6 one, which the parser knows only after nothing but zeros. */
    private static final Pattern DOTTED_END = Pattern.compile("(?<start>.*:)(?<four>\\d+(?:\\.\\d+){3})");

    private static final int NETWORK_BYTES = 8;

    /** The address that a text stands for, if it stands for one. */
    static Optional<IpAddress> parse(String text) {
        return Optional.of(FORWARDED.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(forwarded -> Optional.ofNullable(forwarded.group("six"))
                        .or(() -> Optional.ofNullable(forwarded.group("four")))
                        .orElseGet(() -> forwarded.group("bare")))
                .flatMap(IpAddress::bytes)
                .map(IpAddress::of);
    }

    private static Optional<byte[]> bytes(String address) {
        String bare = address.replaceFirst("%.*", "");
        Matcher dotted = DOTTED_END.matcher(bare);
        if (dotted.matches()) {
            byte[] end = NetUtil.createByteArrayFromIpAddressString(dotted.group("four"));
            if (end == null) {
                return Optional.empty();
            }
            String words = HEX.formatHex(end);
            bare = dotted.group("start") + words.substring(0, 4) + ":" + words.substring(4);
        }
        return Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(bare));
    }

    private static IpAddress of(byte[] bytes) {
        byte[] start = Arrays.copyOf(bytes, MAPPED.length);
        boolean hasIpv4 = bytes.length > MAPPED.length && (Arrays.equals(start, MAPPED) || Arrays.equals(start, NAT64));
        try {
            return new IpAddress(
                    InetAddress.getByAddress(hasIpv4 ? Arrays.copyOfRange(bytes, MAPPED.length, bytes.length) : bytes));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    /** What counts as one source: an IPv4 address, or a network of IPv6, of which each client has a whole one (RFC 6177). */
    String source() {
        byte[] bytes = value.getAddress();
        return bytes.length <= NETWORK_BYTES ? toString() : HEX.formatHex(bytes, 0, NETWORK_BYTES);
    }

    /** In the one spelling that there is of it (RFC 5952). */
    @Override
    public String toString() {
        return NetUtil.toAddressString(value);
    }
}

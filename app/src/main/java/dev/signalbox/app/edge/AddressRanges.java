package dev.signalbox.app.edge;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMask;

/** A set of IP addresses, such as those of the proxies in front of Signalbox. */
public final class AddressRanges {

    /** No address at all. */
    public static final AddressRanges NONE = new AddressRanges(List.of());

    /** An address as digits, never a name: a name would be looked up. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final Pattern RANGE = Pattern.compile("([^/]+)(?:/\\d{1,3})?");

    private final List<NetMask> ranges;

    private AddressRanges(List<NetMask> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads a comma list of addresses and CIDR ranges, of IPv4 and IPv6; blanks and empty elements are dropped.
     *
     * @throws IllegalArgumentException with the end of a sentence that names what is neither
     */
    public static AddressRanges parse(String list) {
        var ranges = new ArrayList<NetMask>();
        Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(AddressRanges::range)
                .forEach(ranges::add);
        return new AddressRanges(List.copyOf(ranges));
    }

    private static NetMask range(String text) {
        var parts = RANGE.matcher(text);
        if (parts.matches() && address(parts.group(1)).isPresent()) {
            try {
                return new NetMask(text);
            } catch (IllegalArgumentException e) {
                // The number after the slash is too large: as wrong as anything else.
            }
        }
        throw new IllegalArgumentException(
                "must be a comma list of addresses and ranges such as 10.0.0.0/8 or fd00::/8, which \"" + text
                        + "\" is not");
    }

    /** Tells whether the address is one of them; a text that is no address is not. */
    boolean contains(String address) {
        return !ranges.isEmpty() && address(address).filter(this::contains).isPresent();
    }

    /**
     * What counts as one place in the network: of IPv6 the 64 bits that one customer has at least, of IPv4 the address;
     * what is no address is taken as it is.
     */
    public static String network(String address) {
        return address(address)
                .map(InetAddress::getAddress)
                .filter(bytes -> bytes.length == 16)
                .map(bytes -> HexFormat.of().formatHex(bytes, 0, 8))
                .orElse(address);
    }

    /** Tells whether the address is one of them. */
    public boolean contains(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.matches(address));
    }

    /** The address that a text is; absent if it is none. Nothing is looked up. */
    static Optional<InetAddress> address(String text) {
        if (text.length() > 45 || !ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

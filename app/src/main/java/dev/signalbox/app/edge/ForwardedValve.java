package dev.signalbox.app.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Gives a request that came through trusted proxies the address, scheme, host and port that its client used.
 *
 * <p>The proxies say so in {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port}. Of a list, each
 * proxy has written one element at the end, so only as many count as proxies are known to be trusted: what stands
 * before them is the client's own invention; so may a {@code -Port} be beside a {@code -Host}, which has the port in it
 * and is what most proxies write alone. What has not the right shape is passed over. From any other peer the headers
 * mean nothing. (Tomcat's own valve believes whatever text stands in the place of an address, and forgets the
 * port that stands in {@code Host}.)
 */
final class ForwardedValve extends ValveBase {

    private static final Pattern AUTHORITY =
            Pattern.compile("(?<host>[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::(?<port>\\d{1,5}))?");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    /** Some gateways write the client's port behind its address. */
    private static final Pattern ADDRESS_WITH_PORT =
            Pattern.compile("(?<v4>[0-9.]{7,15}):\\d{1,5}|\\[(?<v6>[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)](?::\\d{1,5})?");

    private static final int MAX_PORT = 65_535;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final AddressRanges proxies;

    ForwardedValve(AddressRanges proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (proxies.contains(request.getRemoteAddr())) {
            int trusted = believeAddress(request);
            believeProtocol(request, trusted);
            believeHost(request, trusted);
        }
        getNext().invoke(request, response);
    }

    /** Takes the last address that is no trusted proxy's, and tells through how many of those the request came. */
    private int believeAddress(Request request) {
        int trusted = 1;
        for (var text : elements(request, "X-Forwarded-For").reversed()) {
            var address = AddressRanges.address(withoutPort(text)).map(InetAddress::getHostAddress);
            if (address.isEmpty()) {
                return trusted;
            }
            request.setRemoteAddr(address.get());
            request.setRemoteHost(address.get());
            if (!proxies.contains(address.get())) {
                return trusted;
            }
            trusted++;
        }
        return trusted;
    }

    private static String withoutPort(String text) {
        var match = ADDRESS_WITH_PORT.matcher(text);
        if (!match.matches()) {
            return text;
        }
        var v4 = match.group("v4");
        return v4 == null ? match.group("v6") : v4;
    }

    private static void believeProtocol(Request request, int trusted) {
        element(request, "X-Forwarded-Proto", trusted)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(scheme -> scheme.equals("http") || scheme.equals("https"))
                .ifPresent(scheme -> {
                    request.setSecure(scheme.equals("https"));
                    request.getCoyoteRequest().scheme().setString(scheme);
                    if (writtenPort(String.valueOf(request.getHeader("Host"))).isEmpty()) {
                        request.setServerPort(usualPort(request));
                    }
                });
    }

    private static void believeHost(Request request, int trusted) {
        var host = element(request, "X-Forwarded-Host", trusted)
                .map(AUTHORITY::matcher)
                .filter(Matcher::matches);
        host.ifPresent(authority -> {
            request.getCoyoteRequest().serverName().setString(authority.group("host"));
            request.setServerPort(writtenPort(authority.group()).orElseGet(() -> usualPort(request)));
        });
        if (host.isEmpty()) {
            element(request, "X-Forwarded-Port", trusted)
                    .flatMap(ForwardedValve::port)
                    .ifPresent(request::setServerPort);
        }
    }

    private static int usualPort(Request request) {
        return request.isSecure() ? HTTPS : HTTP;
    }

    private static Optional<Integer> writtenPort(String authority) {
        var match = AUTHORITY.matcher(authority);
        return match.matches()
                ? Optional.ofNullable(match.group("port")).flatMap(ForwardedValve::port)
                : Optional.empty();
    }

    private static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(number -> PORT.matcher(number).matches())
                .map(Integer::valueOf)
                .filter(number -> number > 0 && number <= MAX_PORT);
    }

    /** What the outermost trusted proxy wrote: the element that stands that many places from the end, or the first. */
    private static Optional<String> element(Request request, String header, int trusted) {
        var elements = elements(request, header);
        return elements.isEmpty()
                ? Optional.empty()
                : Optional.of(elements.get(Math.max(0, elements.size() - trusted)));
    }

    private static List<String> elements(Request request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }
}

package dev.signalbox.app.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedValveTest {

    private static final String PROXY = "10.0.0.1";

    private final AddressRanges proxies = AddressRanges.parse("10.0.0.0/8,fd00::/8");

    @Test
    void believesATrustedProxy() throws Exception {
        var seen = through(
                PROXY,
                Map.of(
                        "X-Forwarded-For", "203.0.113.9",
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Host", "signalbox.example"));

        assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.9");
        assertThat(seen.getRemoteHost()).isEqualTo("203.0.113.9");
        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getRequestURL()).hasToString("https://signalbox.example/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "127.0.0.1", "11.0.0.1", "fe80::1", "not an address"})
    void ignoresWhatAnybodyElseSays(String peer) throws Exception {
        var seen = through(
                peer,
                Map.of(
                        "X-Forwarded-For", "198.51.100.1",
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Host", "evil.example",
                        "X-Forwarded-Port", "99"));

        assertThat(seen.getRemoteAddr()).isEqualTo(peer);
        assertThat(seen.isSecure()).isFalse();
        assertThat(seen.getRequestURL()).hasToString("http://inside:8080/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The client's own inventions stand to the left of what the proxies wrote.
                "198.51.100.66, 203.0.113.9 | 203.0.113.9",
                "198.51.100.66, 203.0.113.9, 10.0.0.7, 10.9.9.9 | 203.0.113.9",
                "2001:db8::9, fd00::7 | 2001:db8:0:0:0:0:0:9",
                "10.0.0.7 | 10.0.0.7",
                // Some gateways write the port too.
                "203.0.113.9:50123 | 203.0.113.9",
                "[2001:db8::9]:50123 | 2001:db8:0:0:0:0:0:9",
                "[2001:db8::9] | 2001:db8:0:0:0:0:0:9",
                "198.51.100.66, 203.0.113.9:50123, 10.0.0.7:443, [fd00::7]:443 | 203.0.113.9",
                "203.0.113.9:port | 10.0.0.1",
                "203.0.113.9:123456 | 10.0.0.1",
                "203.0.113.9: | 10.0.0.1",
                "203.0.113.900:1 | 10.0.0.1",
                "[203.0.113.9]:1 | 10.0.0.1",
                "[2001:db8::9]50123 | 10.0.0.1",
                "[2001:db8::9 | 10.0.0.1",
                // What is no address ends the walk: who stood there nobody knows.
                "203.0.113.9, unknown | 10.0.0.1",
                "203.0.113.9, unknown, 10.0.0.7 | 10.0.0.7",
                "<script> | 10.0.0.1",
                "203.0.113.9' or 1=1 | 10.0.0.1",
                "localhost | 10.0.0.1",
                "203.0.113.9, | 10.0.0.1",
                "1 | 10.0.0.1",
                "'' | 10.0.0.1"
            })
    void takesTheLastAddressThatIsNoProxys(String header, String address) throws Exception {
        assertThat(through(PROXY, Map.of("X-Forwarded-For", header)).getRemoteAddr())
                .isEqualTo(address);
    }

    @Test
    void readsSeveralHeadersAsOneList() throws Exception {
        var request = request(PROXY, Map.of());
        request.getCoyoteRequest().getMimeHeaders().addValue("X-Forwarded-For").setString("198.51.100.66");
        request.getCoyoteRequest().getMimeHeaders().addValue("X-Forwarded-For").setString("203.0.113.9");

        assertThat(through(request).getRemoteAddr()).isEqualTo("203.0.113.9");
    }

    @Test
    void survivesAHugeHeader() throws Exception {
        assertThat(through(PROXY, Map.of("X-Forwarded-For", "9".repeat(60_000))).getRemoteAddr())
                .isEqualTo(PROXY);
        assertThat(through(PROXY, Map.of("X-Forwarded-For", "10.0.0.2,".repeat(6_000) + "203.0.113.9"))
                        .getRemoteAddr())
                .isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example/path",
                "a b",
                "user@evil.example",
                "evil.example\r\nX: y",
                "evil.example:99999",
                "evil.example:0",
                "evil.example:",
                "[::1",
                "<script>",
                "http://evil.example",
                ""
            })
    void passesOverAHostOfTheWrongShape(String host) throws Exception {
        assertThat(through(PROXY, Map.of("X-Forwarded-Host", host))
                        .getRequestURL()
                        .toString())
                .matches("http://(inside:8080|evil\\.example)/x")
                .doesNotContain("99999", "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "signalbox.example:8443, , https://signalbox.example:8443/x",
        ", 8443, https://inside:8443/x",
        ", 443, https://inside/x",
        ", 99999, https://inside:8080/x",
        ", eighty, https://inside:8080/x",
        // A proxy that writes the one passes on what a client invents for the other.
        "signalbox.example, 8443, https://signalbox.example/x",
        "evil.example/path, 8443, https://inside:8443/x",
        "signalbox.example:8443, 99, https://signalbox.example:8443/x",
        "[2001:db8::1]:8443, , https://[2001:db8::1]:8443/x"
    })
    void takesThePortFromWhereItStands(String host, String port, String url) throws Exception {
        var headers = new java.util.HashMap<>(Map.of("X-Forwarded-Proto", "https"));
        if (host != null) {
            headers.put("X-Forwarded-Host", host);
        }
        if (port != null) {
            headers.put("X-Forwarded-Port", port);
        }
        assertThat(through(PROXY, headers).getRequestURL()).hasToString(url);
    }

    @Test
    void keepsThePortOfAHostThatTheProxyPassedOn() throws Exception {
        assertThat(through(PROXY, Map.of("X-Forwarded-Proto", "https")).getRequestURL())
                .hasToString("https://inside:8080/x");
    }

    @Test
    void takesTheUsualPortWhereThePassedHostHasNone() throws Exception {
        var request = request(PROXY, Map.of("X-Forwarded-Proto", "https"));
        request.getCoyoteRequest().getMimeHeaders().setValue("Host").setString("inside");
        request.getCoyoteRequest().setServerPort(80);

        assertThat(through(request).getRequestURL()).hasToString("https://inside/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https | 203.0.113.9 | true",
                "HTTPS | 203.0.113.9 | true",
                "http | 203.0.113.9 | false",
                "gopher | 203.0.113.9 | false",
                // One proxy has written one element: the first is the client's invention.
                "https, http | 203.0.113.9 | false",
                // Two have: the outer one speaks of the client.
                "https, http | 203.0.113.9, 10.0.0.7 | true",
                "http, https, http | 203.0.113.9, 10.0.0.7 | true"
            })
    void takesTheProtocolThatTheOutermostTrustedProxySaw(String protocol, String addresses, boolean secure)
            throws Exception {
        assertThat(through(PROXY, Map.of("X-Forwarded-Proto", protocol, "X-Forwarded-For", addresses))
                        .isSecure())
                .isEqualTo(secure);
    }

    private Request through(String peer, Map<String, String> headers) throws Exception {
        return through(request(peer, headers));
    }

    private Request through(Request request) throws Exception {
        var valve = new ForwardedValve(proxies);
        valve.setNext(new ValveBase(true) {
            @Override
            public void invoke(Request seen, Response response) {}
        });
        valve.invoke(request, new Response(new org.apache.coyote.Response()));
        return request;
    }

    private static Request request(String peer, Map<String, String> headers) {
        var coyote = new org.apache.coyote.Request();
        coyote.setResponse(new org.apache.coyote.Response());
        coyote.scheme().setString("http");
        coyote.serverName().setString("inside");
        coyote.setServerPort(8080);
        coyote.requestURI().setString("/x");
        coyote.getMimeHeaders().addValue("Host").setString("inside:8080");
        headers.forEach((name, value) -> coyote.getMimeHeaders().addValue(name).setString(value));
        var request = new Request(new Connector(), coyote);
        request.setRemoteAddr(peer);
        request.setRemoteHost(peer);
        return request;
    }
}

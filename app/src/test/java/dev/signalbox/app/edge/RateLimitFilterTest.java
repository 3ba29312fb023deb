package dev.signalbox.app.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.rest.ActorPrincipal;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitFilterTest {

    private static final String ONE = "at-AAAAAAAAAAAAAAAA";
    private static final String OTHER = "at-BBBBBBBBBBBBBBBB";

    private long now;

    private final RateLimitFilter filter = new RateLimitFilter(new RateLimits(4, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }));

    @Test
    void letsABurstOfTwiceTheLimitThrough() throws Exception {
        for (int n = 0; n < 8; n++) {
            var answer = ask(ONE, Role.USER);
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getHeader("X-RateLimit-Limit")).isEqualTo("4");
            assertThat(answer.getHeader("Retry-After")).isNull();
        }
        assertThat(ask(ONE, Role.USER).getStatus()).isEqualTo(429);
    }

    @Test
    void saysWhenToComeAgainInWhatTheClientsCanRead() throws Exception {
        exhaust(ONE);

        var refused = ask(ONE, Role.USER);

        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getHeader("X-RateLimit-Limit")).isEqualTo("4");
        assertThat(refused.getHeader("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(Double.parseDouble(refused.getHeader("X-RateLimit-Reset"))).isBetween(0.001, 0.25);
        assertThat(refused.getContentType()).isEqualTo("application/vnd.api+json");
        assertThat(refused.getContentAsString()).contains("\"status\":\"429\"", "\"code\":\"too_many_requests\"");
    }

    @Test
    void letsASecondsWorthThroughAfterASecond() throws Exception {
        exhaust(ONE);
        now += Duration.ofSeconds(1).toNanos();

        for (int n = 0; n < 4; n++) {
            assertThat(ask(ONE, Role.USER).getStatus()).isEqualTo(200);
        }
        assertThat(ask(ONE, Role.USER).getStatus()).isEqualTo(429);
    }

    @Test
    void countsEveryTokenByItself() throws Exception {
        exhaust(ONE);

        assertThat(ask(OTHER, Role.USER).getStatus()).isEqualTo(200);
    }

    @Test
    void countsWhoHasNoGoodTokenByAddress() throws Exception {
        for (int n = 0; n < 8; n++) {
            send(request("GET", "/api/v2/runs/run-" + n, "192.0.2.1"));
        }

        assertThat(send(request("GET", "/api/v2/runs/x", "192.0.2.1")).getStatus())
                .isEqualTo(429);
        assertThat(send(request("POST", "/api/signalbox/v1/runs", "192.0.2.1")).getStatus())
                .isEqualTo(429);
        assertThat(send(request("GET", "/api/v2/runs/x", "192.0.2.2")).getStatus())
                .isEqualTo(200);
        var own = request("GET", "/api/v2/runs/x", "192.0.2.1");
        own.setUserPrincipal(new Principal(actor(ONE, Role.USER)));
        assertThat(send(own).getStatus()).isEqualTo(200);
    }

    @Test
    void takesTheNetworkOfAnIpv6AddressForTheAddress() throws Exception {
        for (int n = 0; n < 8; n++) {
            send(request("GET", "/api/v2/runs/x", "2001:db8:1:2::" + n));
        }

        assertThat(send(request("GET", "/api/v2/runs/x", "2001:db8:1:2:ffff::1"))
                        .getStatus())
                .isEqualTo(429);
        assertThat(send(request("GET", "/api/v2/runs/x", "2001:db8:1:3::1")).getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/signalbox/v1/runs, RUNNER, 200",
        "POST, /api/signalbox/v1/runs/run-AAAAAAAAAAAAAAAA/heartbeats, RUNNER, 200",
        "POST, /api/signalbox/v1/runs/run-AAAAAAAAAAAAAAAA/log, RUNNER, 200",
        "GET, /api/signalbox/v1/runs/run-AAAAAAAAAAAAAAAA/log, RUNNER, 429",
        "HEAD, /api/signalbox/v1/runs/run-AAAAAAAAAAAAAAAA/log, RUNNER, 429",
        "POST, /api/signalbox/v1/runs/run-AAAAAAAAAAAAAAAA/heartbeats, USER, 429",
        "POST, /api/signalbox/v1/runsome, RUNNER, 429",
        "POST, /api/v2/runs, RUNNER, 429",
        "GET, /api/v2/ping, USER, 200"
    })
    void neverRefusesARunnersReportsNorPing(String method, String path, Role role, int status) throws Exception {
        exhaust(ONE);
        var request = request(method, path, "192.0.2.1");
        request.setUserPrincipal(new Principal(actor(ONE, role)));

        assertThat(send(request).getStatus()).isEqualTo(status);
    }

    @Test
    void tellsTheLimitToWhoPings() throws Exception {
        for (int n = 0; n < 20; n++) {
            var answer = send(request("GET", "/api/v2/ping", "192.0.2.1"));
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getHeader("X-RateLimit-Limit")).isEqualTo("4");
        }
    }

    private void exhaust(String token) throws Exception {
        for (int n = 0; n < 8; n++) {
            ask(token, Role.USER);
        }
    }

    private MockHttpServletResponse ask(String token, Role role) throws Exception {
        var request = request("GET", "/api/v2/runs/run-AAAAAAAAAAAAAAAA", "192.0.2.1");
        request.setUserPrincipal(new Principal(actor(token, role)));
        return send(request);
    }

    private MockHttpServletResponse send(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest request(String method, String path, String address) {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }

    private static Actor actor(String token, Role role) {
        return new Actor(
                Optional.empty(),
                "somebody",
                role,
                Optional.of(new ApiTokenId(token)),
                Set.of(),
                new RequestOrigin("192.0.2.1", "request"));
    }

    private record Principal(Actor actor) implements ActorPrincipal {
        @Override
        public String getName() {
            return actor.name();
        }
    }
}

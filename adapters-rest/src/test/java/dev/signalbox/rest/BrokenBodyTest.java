package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Clients that go away while they send, as a runner does that is killed: everyday, and no fault of the server. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenBodyTest extends RestTest {

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000\r\n\r\n{\"number\":", "Transfer-Encoding: chunked\r\n\r\n3e8\r\n{"})
    void logsNoErrorWhereAClientGoesAwayInTheMiddleOfItsBody(String begun, CapturedOutput log) throws Exception {
        for (String path : new String[] {"reports", "heartbeats", "log?offset=0"}) {
            goAway("POST /api/signalbox/v1/runs/" + box.submit("acme", "network") + "/" + path + " HTTP/1.1\r\nHost: "
                    + "127.0.0.1:" + port + "\r\nAuthorization: Bearer " + box.token(box.runner())
                    + "\r\nContent-Type: application/json\r\n" + begun);
        }

        assertThat(log.getAll()).doesNotContain("ERROR", "WARN", "Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail", "problem"})
    void logsAnErrorWhereTheServerItselfBreaksOff(String how, CapturedOutput log) throws Exception {
        String answer = goAway("GET /api/tests/numbers?end=1000&" + how + "=950 HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nAuthorization: Bearer " + box.token(box.admin()) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotEndWith("\r\n0\r\n\r\n");
        assertThat(log.getAll()).containsPattern("ERROR .*RefusalAdvice .*GET broke off");
    }

    /** Sends nothing after this; returns what was answered, once the server has hung up and so has logged all. */
    private String goAway(String sent) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}

package dev.signalbox.app.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;

/** A state on an HTTP server that takes its time: what Terraform's built-in data source reads, without a provider. */
final class SlowState implements AutoCloseable {

    private static final byte[] EMPTY_STATE = """
            {"version": 4, "terraform_version": "1.11.0", "serial": 1, "lineage": "journey", "outputs": {}, "resources": []}
            """.getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    SlowState(Duration delay) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, EMPTY_STATE.length);
            exchange.getResponseBody().write(EMPTY_STATE);
            exchange.close();
        });
        server.start();
    }

    /** A configuration whose data source reads this state. */
    String configuration() {
        return """
                data "terraform_remote_state" "slow" {
                  backend = "http"
                  config = {
                    address = "http://127.0.0.1:%d/state"
                  }
                }
                resource "terraform_data" "one" {
                  input = "one"
                }
                """.formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.signalbox.app.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies between the runners and the server, and can be cut. */
final class Network implements AutoCloseable {

    private static final int BACKLOG = 2048;

    private final URI server;
    private final InetSocketAddress address;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    Network(URI server) throws IOException {
        this.server = server;
        this.door = open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.address = (InetSocketAddress) door.getLocalSocketAddress();
    }

    /** Where runners reach the server. */
    URI url() {
        return URI.create("http://127.0.0.1:" + address.getPort());
    }

    /** Drops every connection in the midst of whatever it carries, and takes no new one. */
    void cut() throws IOException {
        door.close();
        sockets.forEach(Network::close);
    }

    /** Takes connections again. */
    void mend() throws IOException {
        door = open(address);
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private ServerSocket open(InetSocketAddress at) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(at, BACKLOG);
        Thread.ofVirtual().start(() -> accept(opened));
        return opened;
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket runner = kept(opened.accept());
                Thread.ofVirtual().start(() -> connect(runner, opened));
            } catch (IOException cut) {
                // Asked again, if this door is still open.
            }
        }
    }

    private void connect(Socket runner, ServerSocket through) {
        Socket far = kept(new Socket());
        try {
            far.setTcpNoDelay(true);
            runner.setTcpNoDelay(true);
            far.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            if (through.isClosed()) {
                throw new IOException("the network was cut");
            }
            Thread.ofVirtual().start(() -> carry(far, runner));
            carry(runner, far);
        } catch (IOException | UncheckedIOException away) {
            close(runner);
            close(far);
        }
    }

    /** Carries until one of both hangs up. */
    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException over) {
            // As good an end as any.
        } finally {
            close(from);
            close(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private Socket kept(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            throw new UncheckedIOException(already);
        }
    }
}

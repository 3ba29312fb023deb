package dev.signalbox.rest;

import dev.signalbox.rest.testing.JsonApiCheck;
import dev.signalbox.rest.testing.OpenApiCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A request byte for byte, where a client would repair it; the connection is closed after the answer. */
record RawHttp(int status, String head, JsonNode document) {

    static RawHttp send(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(request, socket.getInputStream());
        }
    }

    private static RawHttp read(String request, InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new AssertionError("no answer but " + head.toString(StandardCharsets.ISO_8859_1));
            }
            head.write(octet);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int status = Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
        String length = header(text, "Content-Length");
        byte[] body = length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        OpenApiCheck.check(request, text, body);
        boolean file = length.isEmpty() && status == 200;
        return new RawHttp(
                status,
                text,
                file ? MissingNode.getInstance() : JsonApiCheck.check(status, header(text, "Content-Type"), body));
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}

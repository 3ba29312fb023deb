package dev.signalbox.rest.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows on their way to whoever asked, in the format that was asked for. A row is written before the next is looked at.
 *
 * <p>What fails once the first byte is out must go on as an exception: the server then breaks the connection, so that
 * nobody takes half of a list for the whole. A client that hangs up ends it as well, as an IOException.
 */
public final class Export {

    private Export() {}

    /**
     * Answers with the rows; a HEAD request with the headers alone. Throws a problem 400 for an unknown format.
     *
     * @param name what the file is called, without its ending
     * @param columns what each row has, in order; a value that a row lacks is null
     * @param rows values are JSON scalars, or null; read once
     */
    public static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            List<String> columns,
            Iterator<? extends Map<String, ? extends @Nullable Object>> rows)
            throws IOException {
        ExportFormat format = ExportFormat.of(request);
        response.setContentType(format.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + format.wireName() + "\"");
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        // From here on nothing can be answered but rows.
        response.flushBuffer();
        OutputStream out = response.getOutputStream();
        if (format == ExportFormat.CSV) {
            out.write(utf8(CsvLine.of(columns)));
        }
        while (rows.hasNext()) {
            out.write(utf8(line(format, columns, rows.next())));
        }
    }

    private static String line(
            ExportFormat format, List<String> columns, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column, values.get(column)));
        return switch (format) {
            case NDJSON -> JsonMapper.shared().writeValueAsString(row) + "\n";
            case CSV -> CsvLine.of(new ArrayList<>(row.values()));
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

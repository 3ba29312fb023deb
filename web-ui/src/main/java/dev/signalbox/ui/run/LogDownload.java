package dev.signalbox.ui.run;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.LogSlice;
import dev.signalbox.domain.port.in.RunLogs;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.RunId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/**
 * The whole of a run's log as a file, byte for byte and slice by slice.
 *
 * @param actor who is signed in at the moment of the download
 */
record LogDownload(RunLogs logs, RunId run, Supplier<Actor> actor) implements DownloadHandler {

    private static final int SLICE = 256 * 1024;

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        LogSlice slice;
        try {
            slice = read(0);
        } catch (Refused refused) {
            event.getResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
            return;
        }
        event.setFileName(run + ".txt");
        event.setContentType("text/plain; charset=utf-8");
        event.getResponse().setHeader("Cache-Control", "no-store");
        try (OutputStream out = event.getOutputStream()) {
            while (slice.bytes().length() > 0) {
                out.write(slice.bytes().toArray());
                slice = read(slice.offset() + slice.bytes().length());
            }
        }
    }

    private LogSlice read(long offset) {
        return logs.read(run, offset, SLICE, actor.get());
    }
}

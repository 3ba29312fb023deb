package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunLog;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.ui.testing.PortalTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class LogSectionTest extends PortalTest {

    private static final String LINE = "x".repeat(1023) + "\n";

    private RunId run = RunId.parse("run-2222222222222222").orElseThrow();
    private long sent;

    @BeforeEach
    void bringARun() {
        run = box().bring("acme", "network", RunStatus.APPLYING);
        sent = 0;
    }

    @Test
    void saysHowToShareALogWhereNothingWasShared() {
        go("runs/" + run);

        assertThat(says("Nothing of the log was shared. To share it, start the run with --share-log"))
                .isTrue();
        assertThat($view(Checkbox.class).exists()).isFalse();
        assertThat($view(Pre.class).exists()).isFalse();

        send("here it is\n");
        poll();

        assertThat(log()).isEqualTo("here it is\n");
        assertThat(says("Nothing of the log")).isFalse();
        assertThat(says("before this")).isFalse();
    }

    @Test
    void followsWhatTheCommandPrints() {
        send("first\n");
        go("runs/" + run);
        send("second\n");
        poll();
        assertThat(log()).isEqualTo("first\nsecond\n");

        follow(false);
        send("third\n");
        poll();
        assertThat(log()).isEqualTo("first\nsecond\n");

        follow(true);
        assertThat(log()).isEqualTo("first\nsecond\nthird\n");
    }

    @Test
    void showsHostileTextAsText() {
        String hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\n";
        send("\u001b[31m" + hostile + "\u001b[0m");

        go("runs/" + run);

        Element shown = $view(Pre.class).single().getElement();
        assertThat(log()).isEqualTo(hostile);
        assertThat(shown.getChildren()).allMatch(Element::isTextNode);
        assertThat(shown.getProperty("innerHTML")).isNull();
    }

    @Test
    void showsACharacterOnceAllOfItIsThere() {
        byte[] bytes = "größer 😀".getBytes(StandardCharsets.UTF_8);
        send(bytes, 0, 3);
        go("runs/" + run);
        assertThat(log()).isEqualTo("gr");

        send(bytes, 3, bytes.length - 1);
        poll();
        assertThat(log()).isEqualTo("größer ");

        send(bytes, bytes.length - 1, bytes.length);
        poll();
        assertThat(log()).isEqualTo("größer 😀");
    }

    @Test
    void showsTheEndOfALongLogAndSaysHowMuchStandsBefore() {
        send(LINE.repeat(100));
        send("the end\n");

        go("runs/" + run);

        assertThat(log()).startsWith(LINE).endsWith(LINE + "the end\n").hasSize(63 * 1024 + 8);
        assertThat(says("37 KiB before this")).isTrue();

        send(LINE.repeat(3));
        poll();
        assertThat(log()).startsWith(LINE).endsWith("the end\n" + LINE.repeat(3));
        assertThat(says("40 KiB before this")).isTrue();
    }

    @Test
    void showsWhatARunSaidLast() {
        go("runs/" + run);
        send(new byte[] {'a', (byte) 0xe2, (byte) 0x82}, 0, 3);
        box().report(run, RunnerEvent.APPLY_FINISHED);
        poll();

        assertThat(log()).isEqualTo("a\ufffd");
    }

    @Test
    void beginsAnewWithAnotherRun() {
        RunId other = box().bring("acme", "other", RunStatus.APPLYING);
        send("of the first\n");
        go("runs/" + run);
        follow(false);

        go("runs/" + other);

        assertThat(says("Nothing of the log was shared.")).isTrue();
        box().logs().append(other, 0, new byte[] {'b'}, box().runner());
        poll();
        assertThat(log()).isEqualTo("b");
    }

    @Test
    void showsTheLastLinesWhereNoLogIsShared() {
        prints(run, 20, "Acquiring state lock.", "<b>Waiting");
        go("runs/" + run);

        assertThat(says("Nothing of the log was shared.")).isTrue();
        assertThat(says("The last lines that its runner told:")).isTrue();
        assertThat(log()).isEqualTo("Acquiring state lock.\n<b>Waiting");

        send("Acquiring state lock.");
        poll();
        assertThat(says("The last lines")).isFalse();
        assertThat(log()).isEqualTo("Acquiring state lock.");
    }

    @Test
    void saysThatAFullLogEndsBeforeTheLastLines() {
        for (int n = 0; n < 64; n++) {
            send(LINE.repeat(256));
        }
        go("runs/" + run);
        assertThat(says("The log is full and ends here; what the command prints further is not kept."))
                .isTrue();
        assertThat($view(Checkbox.class).exists()).as("Follow").isFalse();

        prints(run, RunLog.MAX_SIZE + 3 * 1024, "the newest");
        poll();

        assertThat(says("The log is full and ends here; what the command prints further is not kept."))
                .isTrue();
        assertThat($view(Pre.class).last().getText()).isEqualTo("the newest");
    }

    @Test
    void saysThatALogThatWasGivenUpEndsBeforeTheLastLines() {
        send("early\n");
        prints(run, 6 + 2048, "early", "the newest");
        go("runs/" + run);
        assertThat(says("The log ends here")).as("it may be under way").isFalse();

        wait(30);
        poll();
        assertThat(says("The log ends here; the command has printed more.")).isTrue();
        assertThat($view(Pre.class).last().getText()).isEqualTo("early\nthe newest");

        send("late\n");
        poll();
        assertThat(says("The log ends here")).as("it goes on").isFalse();
    }

    @Test
    void saysThatALogThatWasGivenUpEndsWhereNoLastLinesAreTold() {
        send("early\n");
        prints(run, 6 + 2048);
        go("runs/" + run);
        wait(30);
        poll();
        assertThat(says("The log ends here")).as("it may lack its beginning").isFalse();

        prints(run, 6 + 4096);
        poll();
        assertThat(says("The log ends here")).as("it may be under way").isFalse();

        wait(30);
        poll();
        assertThat(says("The log ends here; the command has printed more.")).isTrue();
    }

    @Test
    void claimsNoEarlyEndOfALogThatLacksItsBeginning() {
        send("Applying...\r\n\u001b[1m 10 %\r 20 %\u001b[0m\tdone – \nCreation compl");
        prints(run, 9_000, "plying...", " 20 %\tdone \ufffd ", "Creation com");
        go("runs/" + run);
        wait(60);
        poll();

        assertThat(says("The log ends here")).isFalse();
        assertThat($view(Pre.class).all()).hasSize(1);

        send("ete\n");
        prints(run, 9_004, "Creation complete", "");
        wait(60);
        poll();
        assertThat(says("The log ends here")).isFalse();
    }

    @Test
    void awaitsWhatIsPrintedAfterALongSilence() {
        send("early\n");
        prints(run, 6, "early");
        go("runs/" + run);
        wait(600);
        prints(run, 10, "new");
        poll();

        assertThat(says("The log ends here")).as("it may be under way").isFalse();
    }

    @Test
    void keepsWhatItShowsWhereTheLogIsRefused() {
        send("still here\n");
        go("runs/" + run);

        box().deletion().delete(box().workspace("acme", "network").id(), box().admin());
        poll();

        assertThat(text()).contains("The run does not exist, or you may not do that with it.");
        assertThat(log()).isEqualTo("still here\n");
    }

    @Test
    void givesTheWholeLogByteForByte() {
        String all = "\u001b[1m" + LINE.repeat(300) + "the end 😀";
        for (int at = 0; at < all.length(); at += 100_000) {
            send(all.substring(at, Math.min(all.length(), at + 100_000)));
        }
        go("runs/" + run);

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        test(whole()).download(file);

        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo(all);
    }

    @Test
    void givesALogAsAFileOfTextThatNobodyKeeps() throws IOException {
        send("<html>");
        MockHttpServletResponse response = download(new LogDownload(box().logs(), run, box()::support));

        assertThat(response.getContentAsString()).isEqualTo("<html>");
        assertThat(response.getContentType()).startsWith("text/plain");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(run + ".txt");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void givesNothingToWhomMayNotSeeTheRunAnyMore() throws IOException {
        send("secret");
        MockHttpServletResponse response =
                download(new LogDownload(box().logs(), run, () -> box().restricted(Role.SUPPORT, "globex")));

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    private MockHttpServletResponse download(LogDownload handler) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        VaadinServletService service = (VaadinServletService) VaadinService.getCurrent();
        handler.handleDownloadRequest(new DownloadEvent(
                VaadinRequest.getCurrent(),
                new VaadinServletResponse(response, service),
                VaadinSession.getCurrent(),
                new Element("a")));
        return response;
    }

    private Anchor whole() {
        return $view(Anchor.class).withText("Whole log").single();
    }

    private boolean says(String text) {
        return $view(Paragraph.class).withTextContaining(text).exists();
    }

    private String log() {
        return $view(Pre.class).single().getText();
    }

    private void follow(boolean on) {
        Checkbox box = $view(Checkbox.class).single();
        assertThat(box.getValue()).isNotEqualTo(on);
        test(box).click();
        roundTrip();
    }

    private void wait(int seconds) {
        box().clock().advance(Duration.ofSeconds(seconds));
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        send(bytes, 0, bytes.length);
    }

    private void send(byte[] bytes, int from, int to) {
        byte[] chunk = Arrays.copyOfRange(bytes, from, to);
        sent = box().logs().append(run, sent, chunk, box().runner()).size();
    }
}

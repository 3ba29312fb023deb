package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.ui.kit.Paging;
import dev.signalbox.ui.testing.PortalTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunsViewTest extends PortalTest {

    @Test
    void saysThatThereIsNoRunYet() {
        go("runs");

        assertThat(text()).contains("No run has been submitted yet");
        assertThat(rows()).isEmpty();
    }

    @Test
    void takesTheReportOfAPhaseForTheLastThatWasHeardWhereNothingElseIs() {
        RunId run = box().submit("acme", "network");
        Instant started = box().clock().instant();
        box().store().runs().update(run, seen -> RunChange.untraced(seen.run().planStarted(started)));
        box().clock().advance(Duration.ofMinutes(4));

        go("");

        assertThat(text()).contains("runner heard 4 min ago");
        assertThat(RunnerReach.sentence(box().seen(run), box().clock().instant()))
                .startsWith("Its runner has not been heard of for 4 min");
    }

    @Test
    void listsRunsNewestFirstWithWorkspaceStatusAndAuthor() {
        RunId older = box().bring("acme", "network", RunStatus.APPLYING);
        box().clock().advance(Duration.ofMinutes(4));
        RunId newer = box().submit("globex", "billing");

        go("");

        assertThat(rows()).hasSize(2);
        assertThat(rows().getFirst()).contains(newer.value(), "globex/billing", "pending", "0 s ago", "runner-bot");
        assertThat(rows().getLast())
                .contains(older.value(), "acme/network", "applying", "4 min", "runner heard 4 min ago");
    }

    @Test
    void showsWhatTheUrlAsksFor() {
        RunId applying = box().bring("acme", "network", RunStatus.APPLYING);
        box().submit("acme", "network");
        box().submit("globex", "billing");

        go("runs?q=acme&status=applying");

        assertThat(rows()).singleElement().asString().contains(applying.value());
        assertThat($view(TextField.class).single().getValue()).isEqualTo("acme");
    }

    @Test
    void marksAndFindsTheRunsThatNeedAttention() {
        RunId lost = box().bring("acme", "network", RunStatus.APPLYING);
        box().clock().advance(Duration.ofSeconds(40));
        RunId fine = box().bring("acme", "storage", RunStatus.APPLYING);

        go("");
        assertThat(rows().getFirst()).contains(fine.value()).doesNotContain("needs attention");
        assertThat(rows().getLast()).contains(lost.value(), "needs attention", "no heartbeat for 40 s, limit 30 s");
        assertThat(choice("needs attention")).isEqualTo("needs attention 1");

        go(link("needs attention").getHref());
        assertThat(rows()).singleElement().asString().contains(lost.value());
        assertThat(choice("all")).isEqualTo("all 2");
        assertThat(link("needs attention").getElement().getAttribute("aria-current"))
                .isEqualTo("true");

        go("runs?q=storage&status=needs_attention");
        assertThat(rows()).isEmpty();
    }

    @Test
    void countsFollowTheSearchAndIgnoreTheFilter() {
        box().bring("acme", "network", RunStatus.APPLYING);
        box().submit("acme", "network");
        box().submit("globex", "billing");

        go("runs?q=acme&status=applying");

        assertThat(choice("all")).isEqualTo("all 2");
        assertThat(choice("pending")).isEqualTo("pending 1");
        assertThat(choice("applying")).isEqualTo("applying 1");
        assertThat(choice("not ended")).isEqualTo("not ended 2");
        assertThat(choice("errored")).isEqualTo("errored 0");
    }

    @Test
    void marksTheChosenStatusAndLeadsBackFromIt() {
        go("runs?status=applying");

        RouterLink chosen = link("applying");
        assertThat(chosen.getElement().getAttribute("aria-current")).isEqualTo("true");
        assertThat(chosen.getHref()).isEqualTo("runs");
        assertThat(link("pending").getHref()).contains("status=applying").contains("pending");
    }

    @Test
    void searchesWhatIsTypedAndKeepsTheFilter() {
        box().submit("acme", "network");
        RunId wanted = box().submit("globex", "billing");
        go("runs?status=pending");

        test($view(TextField.class).single()).setValue("GLOBEX/bill");

        assertThat(rows()).singleElement().asString().contains(wanted.value());
        assertThat(link("all").getHref()).contains("q=GLOBEX").doesNotContain("status");
    }

    @Test
    void saysAtTheFieldWhyASearchIsRefusedAndLosesNothing() {
        box().submit("acme", "network");
        String q = "x".repeat(1_001);

        go("runs?status=pending&q=" + q);

        TextField field = $view(TextField.class).single();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo("The search is longer than 1000 characters.");
        assertThat(field.getValue()).isEqualTo(q);
        assertThat(link("pending").getElement().getAttribute("aria-current")).isEqualTo("true");

        test(field).setValue("acme");

        assertThat(field.isInvalid()).isFalse();
        assertThat(rows()).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithAPageNumber() {
        go("runs?page=minus-one");

        assertThat(text()).contains("The page number must be a whole number from 1 on.");
    }

    @Test
    void pagesByTwenty() {
        for (int n = 0; n < 45; n++) {
            box().submit("acme", "network");
        }

        go("runs?page=3");

        assertThat(rows()).hasSize(5);
        assertThat(text()).contains("41–45 of 45 runs");
        Paging paging = $view(Paging.class).single();
        assertThat(links(paging)).containsExactly("« First", "‹ Previous", "1", "2", "3");
        assertThat($(RouterLink.class, paging)
                        .withText("3")
                        .single()
                        .getElement()
                        .getAttribute("aria-current"))
                .isEqualTo("page");
        assertThat($(RouterLink.class, paging).withText("‹ Previous").single().getHref())
                .isEqualTo("runs?page=2");
    }

    @Test
    void saysThatAPageLiesBehindTheEndAndLeadsBack() {
        box().submit("acme", "network");

        go("runs?page=999999999999999999");

        assertThat(text()).contains("There is no page 999999999999999999: the list ends with page 1.");
        assertThat(link("Go to the last page").getHref()).isEqualTo("runs");
    }

    @Test
    void saysWhyAListIsEmptyAndLeadsOut() {
        box().submit("acme", "network");

        go("runs?q=nonesuch");
        assertThat(text()).contains("No run matches “nonesuch”");
        assertThat(link("Clear the search").getHref()).isEqualTo("runs");

        go("runs?q=acme&status=applied");
        assertThat(text())
                .contains("No run that matches “acme” is in the chosen status. In other statuses there are 1.");
        assertThat(link("Show all statuses").getHref()).isEqualTo("runs?q=acme");
    }

    @Test
    void marksARunWhoseProcessStillHoldsTheWorkspace() {
        RunId run = box().bring("acme", "network", RunStatus.APPLYING);
        box().administration().forceErrored(run, Optional.of("stuck"), box().admin());
        go("runs");
        assertThat(rows().getFirst()).contains("errored", "process not known gone");

        box().report(run, RunnerEvent.GONE);
        poll();

        assertThat(rows().getFirst()).contains("errored").doesNotContain("not known gone");
    }

    @Test
    void refreshesByItselfInPlace() {
        RunId run = box().bring("acme", "network", RunStatus.PLANNING);
        go("runs");
        NativeTableRow row = $view(RunRow.class).single();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(5_000);

        box().clock().advance(Duration.ofSeconds(7));
        box().report(run, RunnerEvent.PLAN_FINISHED);
        RunId next = box().submit("globex", "billing");
        poll();

        assertThat(rows().getFirst()).contains(next.value());
        assertThat(rows().getLast()).contains("planned");
        assertThat($view(RunRow.class).all()).as("the row with a focus in it").contains((RunRow) row);
    }

    @Test
    void standsStillWhilePaused() {
        go("runs");
        test($view(com.vaadin.flow.component.html.NativeButton.class)
                        .withText("Pause")
                        .single())
                .click();

        box().submit("acme", "network");
        poll();

        assertThat(rows()).isEmpty();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    private List<String> rows() {
        return $view(RunRow.class).all().stream().map(PortalTest::text).toList();
    }

    private RouterLink link(String text) {
        return $view(RouterLink.class)
                .withCondition(link -> text(link).replaceAll(" [\\d,–]+$", "").equals(text))
                .single();
    }

    private String choice(String words) {
        return text(link(words));
    }

    private List<String> links(Paging paging) {
        return $(RouterLink.class, paging).all().stream()
                .map(RouterLink::getText)
                .toList();
    }
}

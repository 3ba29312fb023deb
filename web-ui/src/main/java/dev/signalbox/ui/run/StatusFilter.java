package dev.signalbox.ui.run;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.StatusCounts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Links that choose the statuses to be shown, each with the number of runs that the search finds in it. */
final class StatusFilter extends Nav {

    private static final Set<RunStatus> NOT_ENDED = Arrays.stream(RunStatus.values())
            .filter(status -> !status.isFinal())
            .collect(Collectors.toUnmodifiableSet());

    /** In the order of a run's life. */
    private static final List<RunStatus> ORDER = List.of(
            RunStatus.PENDING,
            RunStatus.PLANNING,
            RunStatus.PLANNED,
            RunStatus.POLICY_CHECKING,
            RunStatus.POLICY_OVERRIDE,
            RunStatus.POLICY_CHECKED,
            RunStatus.CONFIRMED,
            RunStatus.APPLYING,
            RunStatus.APPLIED,
            RunStatus.PLANNED_AND_FINISHED,
            RunStatus.ERRORED,
            RunStatus.CANCELED,
            RunStatus.DISCARDED);

    private final Choice all = new Choice("all", "all");
    private final Choice notEnded = new Choice("not ended", "all");
    private final Choice needAttention = new Choice("needs attention", "bad");
    private final Map<RunStatus, Choice> choices = new EnumMap<>(RunStatus.class);

    StatusFilter() {
        addClassName("filter");
        setAriaLabel("Status");
        UnorderedList list = new UnorderedList(new ListItem(all), new ListItem(notEnded), new ListItem(needAttention));
        for (RunStatus status : ORDER) {
            Choice choice = new Choice(StatusLabel.words(status), StatusLabel.tone(status));
            choices.put(status, choice);
            list.add(new ListItem(choice));
        }
        add(list);
    }

    /** Shows what is chosen and how many runs each choice has. */
    void show(RunsUrl url, StatusCounts counts, long needingAttention) {
        aim(url);
        needAttention.count(needingAttention);
        all.count(counts.total());
        notEnded.count(counts.of(NOT_ENDED));
        choices.forEach((status, choice) -> choice.count(counts.of(status)));
    }

    /** Shows what is chosen where nothing could be counted. */
    void showWithoutCounts(RunsUrl url) {
        aim(url);
        all.noCount();
        notEnded.noCount();
        needAttention.noCount();
        choices.values().forEach(Choice::noCount);
    }

    private void aim(RunsUrl url) {
        Set<RunStatus> known = url.known();
        all.aim(url.showing(Set.of()), !url.isFiltered());
        notEnded.aim(url.showing(known.equals(NOT_ENDED) ? Set.of() : NOT_ENDED), known.equals(NOT_ENDED));
        needAttention.aim(
                url.isNeedingAttention() ? url.showing(Set.of()) : url.needingAttention(), url.isNeedingAttention());
        choices.forEach((status, choice) -> choice.aim(url.toggling(status), known.contains(status)));
    }

    /** One choice; the element stays the same, so that a focus on it outlives a refresh. */
    private static final class Choice extends RouterLink {

        private final Span number = new Span();

        Choice(String words, String tone) {
            setRoute(RunsView.class);
            addClassName("choice");
            getElement().setAttribute("data-tone", tone);
            number.addClassName("count");
            add(new Span(words), new com.vaadin.flow.component.Text(" "), number);
        }

        void aim(RunsUrl target, boolean chosen) {
            setQueryParameters(target.query());
            if (chosen) {
                getElement().setAttribute("aria-current", "true");
            } else {
                getElement().removeAttribute("aria-current");
            }
        }

        void count(long runs) {
            String text = String.format(Locale.ENGLISH, "%,d", runs);
            if (!text.equals(number.getText())) {
                number.setText(text);
            }
            setClassName("empty", runs == 0);
        }

        void noCount() {
            number.setText("–");
        }
    }
}

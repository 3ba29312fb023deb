package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.testing.TestSignalbox;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsUrlTest {

    @Test
    void isTheStartWithoutParameters() {
        assertThat(url("")).isEqualTo(RunsUrl.START);
        assertThat(RunsUrl.START.query().getQueryString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=acme/network", "status=applying,planning", "q=a&status=pending&page=3", "page=7"})
    void comesBackFromItsQuery(String query) {
        RunsUrl url = url(query);

        assertThat(RunsUrl.of(url.query())).isEqualTo(url);
    }

    @Test
    void keepsTheSearchWhateverItsCharacters() {
        String q = "50% & more=#?+ “ü” 🚂";

        assertThat(url(RunsUrl.START.searching(q).query().getQueryString()).q()).isEqualTo(q);
    }

    @Test
    void trimsStatusesAndDropsEmptyOnes() {
        assertThat(url("status=%20applying%20,,pending").statuses()).containsExactlyInAnyOrder("applying", "pending");
        assertThat(url("status=,").isFiltered()).isFalse();
    }

    @Test
    void letsUnknownStatusesMatchNothing() {
        assertThat(url("status=nonesuch").toQuery().filter().statuses()).isEqualTo(Optional.of(Set.of()));
    }

    @Test
    void startsAnotherSearchOrFilterWithTheFirstPage() {
        assertThat(url("page=3").searching("a").page()).isEqualTo("1");
        assertThat(url("page=3").toggling(RunStatus.APPLYING).page()).isEqualTo("1");
    }

    @Test
    void togglesAStatusInAndOut() {
        RunsUrl once = RunsUrl.START.toggling(RunStatus.APPLYING);

        assertThat(once.known()).containsExactly(RunStatus.APPLYING);
        assertThat(once.toggling(RunStatus.APPLYING)).isEqualTo(RunsUrl.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1.5", "9999999999999999999", ""})
    void refusesWhatIsNoPageNumber(String page) {
        Refusal refusal = TestSignalbox.refusal(() -> new RunsUrl("", Set.of(), page).toQuery());

        assertThat(refusal)
                .isInstanceOfSatisfying(
                        Refusal.InvalidParameter.class,
                        invalid -> assertThat(invalid.parameter()).isEqualTo("page"));
    }

    private static RunsUrl url(String query) {
        return RunsUrl.of(QueryParameters.fromString(query));
    }
}

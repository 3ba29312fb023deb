package dev.signalbox.domain.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arithmetic of pages, to the last number there is. */
class PageTest {

    @ParameterizedTest
    @CsvSource({
        "1, 20, 0",
        "2, 20, 20",
        "1, 1, 0",
        "999999999999999999, 9, 8999999999999999982",
        "999999999999999999, 100, 9223372036854775807",
        "9223372036854775807, 1, 9223372036854775806",
        "9223372036854775807, 2, 9223372036854775807"
    })
    void offsetsNeverOverflow(long number, int size, long offset) {
        assertThat(new PageRequest(number, size).offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @CsvSource({"0, 20, 1", "1, 20, 1", "20, 20, 1", "21, 20, 2", "9223372036854775807, 100, 92233720368547759"})
    void thereIsAlwaysAFirstPage(long total, int size, long pages) {
        assertThat(new Page<>(List.of(), new PageRequest(1, size), total).totalPages())
                .isEqualTo(pages);
    }

    @ParameterizedTest
    @CsvSource({"0, 20", "-1, 20", "1, 0", "1, -1", "1, 101"})
    void refusesWhatIsNoPage(long number, int size) {
        assertThatThrownBy(() -> new PageRequest(number, size)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theUsualPageIsTheFirst() {
        assertThat(PageRequest.first()).isEqualTo(new PageRequest(1, 20));
    }
}

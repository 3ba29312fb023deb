package dev.signalbox.app.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

    @Test
    void trustsNobodyByDefault() {
        assertThat(AddressRanges.parse("").contains("127.0.0.1")).isFalse();
        assertThat(AddressRanges.parse(" , ").contains("127.0.0.1")).isFalse();
    }

    @Test
    void trustsAddressesAndRangesOfBothFamilies() {
        var proxies = AddressRanges.parse("10.1.0.0/16, 192.0.2.7,fd00::/8,::1");

        assertThat(new String[] {"10.1.255.3", "192.0.2.7", "fd12::9", "::1", "0:0:0:0:0:0:0:1", "::ffff:10.1.2.3"})
                .allMatch(proxies::contains);
        assertThat(new String[] {"10.2.0.1", "192.0.2.8", "fe80::1", "::2", "", "unknown", "10.1.2", "10.1.2.3, 8.8.8.8"
                })
                .noneMatch(proxies::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example", "localhost", "10.0.0.0/33", "fd00::/129", "10.0.0", "10.0.0.256", "10.0.0.0/", "*",
                "/8", "10.0.0.0/8/8", "10.0.0.1-10.0.0.9", "1", "::g", "fe80::1%lo", "10.0.0.0/-1", "[::1]"
            })
    void refusesWhatIsNeitherAndNamesIt(String text) {
        assertThatThrownBy(() -> AddressRanges.parse("10.0.0.1," + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }
}

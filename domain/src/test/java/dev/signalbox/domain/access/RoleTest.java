package dev.signalbox.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what, written down a second time. */
class RoleTest {

    private static final String TABLE = """
            right                | SITE_ADMIN SUPPORT USER RUNNER
            SEE_ALL_RUNS         | yes        yes     no   no
            FORCE_RUNS           | yes        no      no   no
            RELEASE_HOLDS        | yes        no      no   no
            READ_AUDIT           | yes        yes     no   no
            READ_ACCESS          | yes        yes     no   no
            MANAGE_ACCESS        | yes        no      no   no
            CHANGE_SETTINGS      | yes        no      no   no
            CREATE_ORGANIZATIONS | yes        no      no   no
            CREATE_WORKSPACES    | yes        no      yes  no
            LOCK_WORKSPACES      | yes        no      yes  no
            FORCE_UNLOCK_WORKSPACES | yes     no      no   no
            DELETE_WORKSPACES_SAFELY | yes    no      yes  no
            DELETE_WORKSPACES    | yes        no      no   no
            DELETE_ORGANIZATIONS | yes        no      no   no
            CREATE_ON_SUBMISSION | no         no      no   yes
            CREATE_RUNS          | yes        no      yes  yes
            CONFIRM_RUNS         | yes        no      yes  no
            DISCARD_RUNS         | yes        no      yes  no
            CANCEL_RUNS          | yes        no      yes  no
            OVERRIDE_POLICIES    | yes        no      yes  no
            REPORT_RUNS          | no         no      no   yes
            """;

    @ParameterizedTest
    @EnumSource
    void hasTheRightsOfTheTable(Role role) {
        for (Right right : Right.values()) {
            assertThat(role.has(right)).as(role + " " + right).isEqualTo(isListed(role, right));
        }
    }

    @ParameterizedTest
    @CsvSource({"SITE_ADMIN, site-admin", "SUPPORT, support", "USER, user", "RUNNER, runner"})
    void isNamedAsOnTheCommandLine(Role role, String name) {
        assertThat(role.wireName()).isEqualTo(name);
        assertThat(Role.ofWireName(name)).contains(role);
    }

    @Test
    void hasNoOtherName() {
        assertThat(Role.ofWireName("SITE_ADMIN")).isEmpty();
        assertThat(Role.ofWireName("")).isEmpty();
    }

    private static boolean isListed(Role role, Right right) {
        String row = TABLE.lines()
                .filter(line -> line.startsWith(right.name() + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(right + " is not in the table"));
        String[] answers = row.substring(row.indexOf('|') + 1).trim().split(" +");
        int column = Arrays.asList(Role.values()).indexOf(role);
        return answers[column].equals("yes");
    }
}

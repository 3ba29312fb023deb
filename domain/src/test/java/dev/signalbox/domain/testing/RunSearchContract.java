package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.RunSearch;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.Workspace;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search finds, as one table. */
public abstract class RunSearchContract extends StoreContract {

    @BeforeEach
    void fill() {
        organization("acme", Optional.of("ops@acme.example"));
        organization("Beta_Corp", Optional.of("\u00d6mer@\u0130stanbul.example"));
        run("run-abcDEF1111111111", workspace("acme", "network", Optional.of("acme/Infra-Network")));
        run("run-abcdef2222222222", workspace("acme", "net_work"));
        run(
                "run-abZ3333333333333",
                workspace(
                        "Beta_Corp",
                        "storage",
                        Optional.of("STRASSE/stra\u00dfe-\u03a3\u038a\u03a3\u03a5\u03a6\u039f\u03a3")));
        run("run-net4444444444444", workspace("delta", "odd", Optional.of("50%/back\\slash'\"\ud83d\ude82")));
        run("run-XYZ5555555555555", workspace("delta", "run-book"));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            network                          | network
            NetWork                          | network
            `   network   `                  | network
            net                              | network net_work
            _                                | net_work storage
            %                                | odd
            50%                              | odd
            \\                               | odd
            back\\slash                      | odd
            '                                | odd
            "                                | odd
            \ud83d\ude82                     | odd
            acme                             | network net_work
            ops                              | network net_work
            ops@ACME                         | network net_work
            acme network                     | network
            network acme                     | network
            ops infra                        | network
            infra ops nothing                |
            delta 50% odd                    | odd
            acme/network                     | network
            acme/net                         | network net_work
            ACME/infra-net                   | network
            network/acme                     |
            acmenetwork                      |
            networkacme                      |
            beta_corp/storage                | storage
            \u0130STANBUL                    | storage
            i\u0307stanbul                   | storage
            istanbul                         |
            \u00f6mer                        | storage
            omer                             |
            strasse                          | storage
            STRA\u00dfE                      | storage
            STRA\u1e9eE                      | storage
            \u03a3\u038a\u03a3\u03a5\u03a6\u039f\u03a3 | storage
            \u03c3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2 | storage
            \u03a3\u03a5\u03a6\u039f         | storage
            \u03c3\u03af\u03c3\u03c5\u03c6\u03bf\u03c3 |
            run                              | run-book
            run-                             | run-book
            run-b                            | run-book
            run-boo                          | run-book
            run-ab                           |
            run-abc                          | network net_work
            run-abcD                         | network
            run-abcd                         | net_work
            RUN-abc                          |
            run-net                          | odd
            run-abcDEF1111111111             | network
            run-abcDEF1111111111x            |
            run-abcDEF1111111111 storage     |
            run-abc net_work                 | net_work
            run-abc acme                     | network net_work
            abcDEF                           |
            run-%bc                          |
            run-a_c                          |
            run-___                          |
            """)
    void finds(String q, String workspaces) {
        RunOverview overview = list(q);
        String found = workspaces == null ? "" : workspaces;

        assertThat(overview.page().items().reversed())
                .extracting(row -> row.workspace().name().value())
                .containsExactly(found.isEmpty() ? new String[0] : found.split(" "));
        assertThat(overview.counts().total()).isEqualTo(overview.page().totalCount());
        assertThat(overview.page().totalCount())
                .isEqualTo(overview.page().items().size());
    }

    @Test
    void findsEverythingWithoutWords() {
        assertThat(list("  \u2003 ").page().totalCount()).isEqualTo(5);
    }

    @Test
    void standsAThousandCharacters() {
        assertThat(list("acme ".repeat(200)).page().totalCount()).isEqualTo(2);
        assertThat(list("%".repeat(1_000)).page().totalCount()).isZero();
        assertThat(list("\\".repeat(999)).page().totalCount()).isZero();
        assertThat(list("run-abc ".repeat(125)).page().totalCount()).isEqualTo(2);
    }

    private void run(String id, Workspace workspace) {
        keep(aRun(workspace).id(new RunId(id)).in(RunStatus.PENDING));
    }

    private RunOverview list(String q) {
        return store.overviews().list(new RunQuery(RunSearch.parse(q), Optional.empty(), ALL));
    }
}

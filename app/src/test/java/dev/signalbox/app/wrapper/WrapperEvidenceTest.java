package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wrapper tells of the command: the CI job, the processes, the output, and what the plan counts. */
class WrapperEvidenceTest extends WrapperFixture {

    private static final String PLAN = """
            {"format_version":"1.2","planned_values":{"x":"\\"resource_changes\\":[{\\\\"},
            "resource_drift":[{"change":{"actions":["update"]}}],
            "resource_changes":[
             {"address":"a\\\\","change":{"actions":["create"],"after":{"change":{"actions":["delete"]}}}},
             {"change":{"actions":["delete","create"]}},{"change":{"actions":["update"]}},
             {"change":{"actions":["no-op"]}},{"change":{"actions":["read"]}}],
            "output_changes":{"o":{"actions":["create"]}}}
            """;

    @Test
    void tellsWhatThePlanCounts() throws Exception {
        Files.writeString(folder.resolve("plan.json"), PLAN);
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply", "-auto-approve");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(server.awaitRun(0, "applied").reports.get(1))
                .contains("\"resource-additions\":2,\"resource-changes\":1,\"resource-destructions\":1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "[]", "''", "{\"format_version\":\"1.2\"", "no JSON"})
    void tellsNoCountsThatItCannotKnow(String plan) throws Exception {
        Files.writeString(folder.resolve("plan.json"), plan);
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply", "-auto-approve");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(server.awaitRun(0, "applied").reports.get(1)).doesNotContain("resource-");
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void tellsWhereTheCommandRunsAndHowMuchItPrinted(boolean together) throws Exception {
        String target = together ? "exec 2>&1" : "";
        var started = wrapper()
                .script("tool", target, "echo 12345; echo 678 >&2; echo $$ >parent", WAIT, "printf more; exit 6")
                .start("./tool");
        long leader = started.awaitPid("parent");
        String heartbeat = server.awaitHeartbeat(server.awaitRun(0, "applying"), "\"output-bytes\":10");
        Files.createFile(folder.resolve("end"));

        assertThat(heartbeat)
                .contains("\"output-at\":\"", "\"sent-at\":\"", "\"process-id\":" + leader + ",\"process-count\":")
                .doesNotContain("last-lines");
        assertThat(started.exitCode()).isEqualTo(6);
        assertThat(started.output() + started.messages()).contains("12345\n", "678\n", "more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec \"$@\"", "\"$@\" | :"})
    void countsWhatIsPrintedWhetherOrNotSomebodyReadsIt(String start) throws Exception {
        var started = wrapper()
                .through(start)
                .script(
                        "terraform",
                        "case \" $* \" in",
                        "*' show '*) exit ;;",
                        "*' plan '*) printf 0123456789; exit 2 ;;",
                        "*) printf 0123456789 ;;",
                        "esac",
                        WAIT)
                .start("./terraform", "apply", "-auto-approve");
        server.awaitHeartbeat(server.awaitRun(0, "applying"), "\"output-bytes\":20,");
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 24})
    void tellsTheIdsOfTheFirstTwentyOfItsProcesses(int children) throws Exception {
        var started = wrapper()
                .script(
                        "tool",
                        "mkfifo gate; echo $$ >ids",
                        "for n in $(seq " + children + "); do sleep 300 & echo $! >>ids; done",
                        "echo $$ >parent; read -r line <gate")
                .start("./tool");
        started.awaitPid("parent");
        String first = Files.readAllLines(folder.resolve("ids")).stream()
                .map(Integer::valueOf)
                .sorted()
                .limit(20)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        server.awaitHeartbeat(
                server.awaitRun(0, "applying"),
                "\"process-count\":%d,\"process-ids\":[%s]".formatted(children + 1, first));
        Files.writeString(folder.resolve("gate"), "\n");

        assertThat(started.exitCode()).as(started.messages()).isZero();
    }

    @Test
    void sharesTheLastLinesOnlyWhenToldTo() throws Exception {
        var started = wrapper()
                .with("--share-log")
                .script("tool", "seq 30; printf 'q\"\\\\\\033[1m\\377\\303\\251\\000z\\n'", WAIT)
                .start("./tool");
        String heartbeat = server.awaitHeartbeat(server.awaitRun(0, "applying"), "z\"]");
        Files.createFile(folder.resolve("end"));

        assertThat(heartbeat).contains("\"last-lines\":[\"12\",\"13\",", "\"q\\\"\\\\\\u001b[1m?\u00e9z\"]");
        assertThat(started.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void tellsWhatACommandPrintedThatIsQuickerThanAHeartbeat(int exitCode) throws Exception {
        var started = wrapper()
                .with("--share-log", "--heartbeat", "10")
                .script("tool", "seq 30; exit " + exitCode)
                .start("./tool");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(exitCode);
        assertThat(server.runs().getFirst().heartbeats)
                .anySatisfy(heartbeat -> assertThat(heartbeat)
                        .contains("\"output-bytes\":81,\"output-at\":\"", "\"last-lines\":[\"11\",", "\"30\"]"));
    }

    @Test
    void tellsNothingOfOutputThatGoesNowhere() throws Exception {
        var started = wrapper()
                .script("inner", "echo lost 2>/dev/null", WAIT)
                .script("tool", "exec ./inner >&-")
                .start("./tool");
        var run = server.awaitRun(0, "applying");
        server.awaitHeartbeat(run, "process-id");
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(run.heartbeats).noneMatch(body -> body.contains("output-at"));
    }

    @Test
    void endsThoughWhatStaysHoldsItsOutputOpen() throws Exception {
        var started = wrapper()
                .script("tool", "setsid sh -c 'echo $$ >stays; exec sleep 300' &", "until test -s stays; do :; done")
                .start("./tool");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        ProcessHandle.of(started.awaitPid("stays")).ifPresent(ProcessHandle::destroyForcibly);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GITHUB_ACTIONS=true GITHUB_SHA=c1 GITHUB_REF_NAME=main GITHUB_ACTOR=ann GITHUB_SERVER_URL=https://g.example"
                        + " GITHUB_REPOSITORY=o/r GITHUB_RUN_ID=7 | GitHub Actions | https://g.example/o/r/actions/runs/7",
                "GITHUB_ACTIONS=true GITHUB_SHA=c1 GITHUB_HEAD_REF=main GITHUB_REF_NAME=9/merge GITHUB_ACTOR=ann"
                        + " GITHUB_SERVER_URL=https://g.example GITHUB_REPOSITORY=o/r GITHUB_RUN_ID=8 | GitHub Actions"
                        + " | https://g.example/o/r/actions/runs/8",
                "GITLAB_CI=true CI_COMMIT_SHA=c1 CI_COMMIT_REF_NAME=main CI_COMMIT_AUTHOR=ann CI_JOB_URL=https://l.example/j/1"
                        + " | GitLab CI | https://l.example/j/1",
                "JENKINS_URL=x GIT_COMMIT=c1 GIT_BRANCH=main GIT_AUTHOR_NAME=ann BUILD_URL=http://j.example/2/ | Jenkins"
                        + " | http://j.example/2/",
                "JENKINS_URL=x GIT_COMMIT=c1 CHANGE_BRANCH=main GIT_BRANCH=PR-7 BRANCH_NAME=PR-7 CHANGE_AUTHOR=ann"
                        + " GIT_AUTHOR_NAME=bot BUILD_URL=http://j.example/3/ | Jenkins | http://j.example/3/",
                "JENKINS_URL=x GIT_COMMIT=c1 BRANCH_NAME=main GIT_AUTHOR_NAME=ann BUILD_URL=http://j.example/4/ | Jenkins"
                        + " | http://j.example/4/",
                "CIRCLECI=true CIRCLE_SHA1=c1 CIRCLE_BRANCH=main CIRCLE_USERNAME=ann CIRCLE_BUILD_URL=https://c.example/3"
                        + " | CircleCI | https://c.example/3",
                "TF_BUILD=True BUILD_SOURCEVERSION=c1 BUILD_SOURCEBRANCH=refs/heads/main BUILD_REQUESTEDFOR=ann"
                        + " SYSTEM_COLLECTIONURI=https://a.example/o/ SYSTEM_TEAMPROJECT=p BUILD_BUILDID=4 | Azure Pipelines"
                        + " | https://a.example/o/p/_build/results?buildId=4",
                "TF_BUILD=True BUILD_SOURCEVERSION=c1 SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/main"
                        + " BUILD_SOURCEBRANCH=refs/pull/7/merge BUILD_REQUESTEDFOR=ann SYSTEM_COLLECTIONURI=https://a.example/o/"
                        + " SYSTEM_TEAMPROJECT=p BUILD_BUILDID=5 | Azure Pipelines"
                        + " | https://a.example/o/p/_build/results?buildId=5",
                "BUILDKITE=true BUILDKITE_COMMIT=c1 BUILDKITE_BRANCH=main BUILDKITE_BUILD_AUTHOR=ann"
                        + " BUILDKITE_BUILD_URL=https://b.example/5 | Buildkite | https://b.example/5",
                "BUILDKITE=true BUILDKITE_COMMIT=c1 BUILDKITE_BRANCH=main BUILDKITE_BUILD_CREATOR=ann"
                        + " BUILDKITE_BUILD_URL=https://b.example/6 | Buildkite | https://b.example/6",
            })
    void tellsWhichCiJobItIs(String variables, String name, String url) throws Exception {
        Wrapper wrapper = wrapper().fakeTerraform("terraform", 0, 0);
        for (String variable : variables.split(" ")) {
            wrapper.withEnvironment(variable.split("=", 2)[0], variable.split("=", 2)[1]);
        }
        var started = wrapper.start("./terraform", "plan");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(server.runs().getFirst().submitted)
                .contains("\"ci\":{\"name\":\"" + name + "\",\"commit\":\"c1\",\"branch\":\"main\",\"author\":\"ann\","
                        + "\"job-url\":\"" + url + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https://ci.example/job|1", "https://ci.example/job 1"})
    void leavesOutAUrlThatTheServerWouldRefuse(String url) throws Exception {
        var started = wrapper()
                .fakeTerraform("terraform", 0, 0)
                .withEnvironment("JENKINS_URL", "x")
                .withEnvironment("BUILD_URL", url)
                .start("./terraform", "plan");

        assertThat(started.exitCode()).isZero();
        assertThat(started.messages()).contains("the CI job's URL is left out");
        assertThat(server.runs().getFirst().submitted).contains("\"ci\":{\"name\":\"Jenkins\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "job-url | must be a URL of http or https. | URL is left out | ,\"ci\":{\"name\":\"Jenkins\",\"commit\":\"c1\"}}",
                "commit  | must be one line.               | CI job is left out | ,\"plan-only\":true}",
            })
    void leavesOutOfTheJobNoMoreThanTheServerRefuses(String member, String problem, String said, String end)
            throws Exception {
        String detail = "ci." + member + " " + problem;
        server.refuse(422, detail, "\"" + member + "\":");
        var started = wrapper()
                .fakeTerraform("terraform", 0, 0)
                .withEnvironment("JENKINS_URL", "x")
                .withEnvironment("GIT_COMMIT", "c1")
                .withEnvironment("BUILD_URL", "http://jenkins_master:8080/job/x/1/")
                .start("./terraform", "plan");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(started.messages()).containsOnlyOnce("left out").contains(said + ": the server says " + detail);
        assertThat(server.runs().getFirst().submitted).endsWith(end);
    }

    @ParameterizedTest
    @CsvSource({"\u00e4, 255", "\u20ac, 255", "\ud83d\ude00, 127"})
    void cutsTheBranchWhereACharacterEnds(String letter, int kept) throws Exception {
        var started = wrapper()
                .fakeTerraform("terraform", 0, 0)
                .withEnvironment("JENKINS_URL", "x")
                .withEnvironment("GIT_BRANCH", letter.repeat(300))
                .start("./terraform", "plan");

        assertThat(started.exitCode()).isZero();
        assertThat(server.runs().getFirst().submitted).contains("\"branch\":\"" + letter.repeat(kept) + "\"");
    }
}

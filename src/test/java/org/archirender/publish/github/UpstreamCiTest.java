package org.archirender.publish.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.archirender.problem.InputException;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.fake.GitHubServer;
import org.archirender.publish.fake.UpstreamOnGitHub;
import org.junit.jupiter.api.Test;

class UpstreamCiTest extends UpstreamOnGitHub {
    @Test
    void greenIsWhenAllThatThereIsHasPassed() {
        assertThat(checks()).hasValue("upstream's CI has said nothing of this commit");
        server().status(commit(), "ci/circle", "failure");
        server().status(commit(), "ci/circle", "success");
        server().checkRun(commit(), "linux", "completed", "success");
        server().checkRun(commit(), "docs", "completed", "skipped");
        assertThat(checks()).isEmpty();
    }

    @Test
    void aRunningCheckIsWaitedForAndAFailedOneNamed() {
        server().status(commit(), "ci/circle", "pending");
        server().checkRun(commit(), "linux", "in_progress", "");
        assertThat(checks()).hasValue("upstream's CI still runs: ci/circle, linux");
        server().checkRun(commit(), "osx", "completed", "timed_out");
        assertThat(checks()).hasValue("upstream's CI failed: osx");
    }

    @Test
    void anUpstreamThatIsNotOnGitHubCanNotBeAsked() {
        assertThatThrownBy(() -> checks("file:///somewhere"))
                .isInstanceOf(InputException.class)
                .hasMessage("overlays/zlib/overlay.yaml: base: 'file:///somewhere' is no OWNER/NAME on GitHub, whose CI"
                        + " 'when: upstream-green' asks"
                        + "\n  fix: give base.repo as OWNER/NAME, or take 'when' out of port.yaml");
    }

    @Test
    void anUpstreamThatIsNotThereIsTheOverlaysToCorrect() {
        assertThatThrownBy(() -> checks("conda-forge/zlip-feedstock"))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        e -> assertThat(e.fix()).isEqualTo("correct base.repo in overlays/zlib/overlay.yaml"))
                .hasMessage("127.0.0.1: there is no conda-forge/zlip-feedstock");
    }

    @Test
    void aFailureInAListIsAFailureOfTheNetwork() {
        server().answerOnce(
                        request -> request.target().contains("check-runs"),
                        500,
                        Map.of(),
                        GitHubServer.message("Oops"));
        server().status(commit(), "ci/circle", "success");
        assertThatThrownBy(this::checks)
                .isInstanceOf(RepositoryException.class)
                .hasMessage("127.0.0.1: conda-forge/zlib-feedstock: Oops");
    }

    private Optional<String> checks() {
        return checks("conda-forge/zlib-feedstock");
    }

    private Optional<String> checks(String repository) {
        return new UpstreamCi(client()).notGreen("overlays/zlib/overlay.yaml", repository, commit());
    }
}

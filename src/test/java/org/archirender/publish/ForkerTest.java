package org.archirender.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.archirender.overlay.Overlay;
import org.archirender.problem.InputException;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.Forker.Forked;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.UpstreamOnGitHub;
import org.archirender.publish.github.GitHubForge;
import org.archirender.render.Port;
import org.archirender.render.PortReader;
import org.junit.jupiter.api.Test;

class ForkerTest extends UpstreamOnGitHub {
    @Test
    void makesForkBranchAndDefaultAndSaysSo() {
        assertThat(forker().fork(overlay(""), false))
                .isEqualTo(new Forked(
                        List.of(
                                "forked conda-forge/zlib-feedstock",
                                "made branch aarch64 from master",
                                "made aarch64 the default branch"),
                        List.of()));
        Git own = new Git(root.resolve("Archiconda/zlib-feedstock"));
        assertThat(own.git("rev-parse", "aarch64")).isEqualTo(commit() + "\n");
    }

    @Test
    void theSecondTimeThereIsNothingToDo() {
        forker().fork(overlay(""), false);
        assertThat(forker().fork(overlay(""), false))
                .isEqualTo(new Forked(List.of(), List.of("fork", "branch aarch64", "default branch aarch64")));
        assertThat(server().requests().stream()
                        .filter(request -> request.method().equals("POST")))
                .hasSize(2);
    }

    @Test
    void aForkThatIsStillEmptyIsWaitedFor() {
        server().forksTake(0, 3);
        assertThat(forker().fork(overlay(""), false).done()).hasSize(3);
        assertThat(time.slept()).hasSize(3);
    }

    @Test
    void theDefaultBranchMayStay() {
        forker().fork(overlay(""), true);
        assertThat(server().defaultBranch("Archiconda/zlib-feedstock")).isEqualTo("master");
    }

    @Test
    void aRunThatStoppedAfterTheForkIsFinished() throws IOException {
        Git own = Git.init(root.resolve("Archiconda/zlib-feedstock"));
        own.git("fetch", "-q", root.resolve("conda-forge/zlib-feedstock").toString(), "master:master");
        assertThat(forker().fork(overlay(""), false).done())
                .containsExactly("made branch aarch64 from master", "made aarch64 the default branch");
    }

    @Test
    void aForkWithoutUpstreamsBranchIsReported() throws IOException {
        Git.init(root.resolve("Archiconda/zlib-feedstock")).commit("main", "Something else");
        assertThatThrownBy(() -> forker().fork(overlay(""), false))
                .isInstanceOfSatisfying(
                        RepositoryException.class, e -> assertThat(e.fix()).isEqualTo("sync the fork with upstream"))
                .hasMessage("Archiconda/zlib-feedstock has no branch master, which is upstream's default");
    }

    @Test
    void aPersonsOwnAccountIsForkedInto() {
        server().accounts().tokenOf("a-porter");
        assertThat(forker("a-porter").fork(overlay(""), false).done()).hasSize(3);
        assertThat(new Git(root.resolve("a-porter/zlib-feedstock")).git("rev-parse", "aarch64"))
                .isEqualTo(commit() + "\n");
        assertThat(forker("a-porter").fork(overlay(""), false).done()).isEmpty();
    }

    @Test
    void anotherPersonsAccountIsNoneToForkInto() {
        server().accounts().person("somebody");
        assertThatThrownBy(() -> forker("somebody").fork(overlay(""), false))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        e -> assertThat(e.fix())
                                .isEqualTo("take a token of somebody, or correct own-org: in port.yaml"))
                .hasMessage("127.0.0.1: somebody is a person's account, and the token is archi-render-bot's:"
                        + " nobody forks into another person's");
        assertThat(root.resolve("archi-render-bot")).doesNotExist();
    }

    @Test
    void theAccountThatIsNotThereIsTheOneThatIsNamed() {
        server().accounts().remove("Archicondo");
        assertThatThrownBy(() -> forker("Archicondo").fork(overlay(""), false))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        e -> assertThat(e.fix()).isEqualTo("correct own-org: in port.yaml, or make the account"))
                .hasMessage("127.0.0.1: there is no account Archicondo to fork into");
    }

    @Test
    void theOverlaysOwnRemoteIsForkedToByItsName() {
        Overlay renamed = overlay(
                "base: {repo: conda-forge/zlib-feedstock}\nremote: \"git@127.0.0.1:a-port/{name}-ported.git\"\n");
        assertThat(forker().fork(renamed, false).done())
                .containsExactly(
                        "forked conda-forge/zlib-feedstock",
                        "made branch aarch64 from master",
                        "made aarch64 the default branch");
        assertThat(new Git(root.resolve("a-port/zlib-ported")).git("rev-parse", "aarch64"))
                .isEqualTo(commit() + "\n");
        assertThat(forker().fork(renamed, false).done()).isEmpty();
        assertThat(root.resolve("Archiconda")).doesNotExist();
    }

    @Test
    void aRemoteThatIsNotOnGitHubIsNothingToFork() {
        assertThatThrownBy(() -> forker().fork(overlay("remote: https://git.example.org/a/b\n"), false))
                .isInstanceOf(InputException.class)
                .hasMessage("overlays/zlib/overlay.yaml: remote: https://git.example.org/a/b is not on GitHub,"
                        + " where forks are made\n  fix: make it there by hand, and publish with --push");
        assertThat(server().requests()).isEmpty();
    }

    private static Overlay overlay(String more) {
        return Overlay.read("overlay: 1\npackage: zlib\n" + more, "overlays/zlib/overlay.yaml");
    }

    private Forker forker() {
        return forker("Archiconda");
    }

    private Forker forker(String account) {
        return new Forker(new GitHubForge(client()), port(account), "127.0.0.1");
    }

    /** One that has nothing but what it must have. */
    static Port port(String account) {
        return PortReader.read("""
                port: 1
                target: linux-aarch64
                branch: aarch64
                upstream-org: conda-forge
                own-org: %s
                channel: archiarm
                providers: [ci]
                """.formatted(account), "overlays/port.yaml");
    }
}

package org.archirender.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.archirender.publish.PublishOutcome.Behind;
import org.archirender.publish.PublishOutcome.Foreign;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.Moved;
import org.archirender.publish.PublishOutcome.Proposed;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHubServer;
import org.archirender.publish.fake.GitSshServer;
import org.archirender.publish.fake.VirtualTime;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.github.GitHubClient;
import org.archirender.publish.github.Home;
import org.archirender.publish.github.PullRequests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way to reach a remote, with histories that are longer than what is fetched of one at first. */
class TransportsTest {
    private static final Home HOME = new Home("Archiconda", "zlib-feedstock");
    private static final String TOKEN = "ghp_0123456789secret";
    private static final String OWN = "Archiconda/zlib-feedstock";
    private static final String UPSTREAM = "conda-forge/zlib-feedstock";
    private static final int LONG = 60;

    @TempDir
    Path directory;

    private final VirtualTime time = new VirtualTime();
    private Optional<GitHubServer> server = Optional.empty();
    private Optional<GitSshServer> ssh = Optional.empty();
    private Git upstream = new Git(Path.of(""));
    private Git own = new Git(Path.of(""));
    private String start = "";

    private enum Way {
        PATH,
        FILE,
        HTTP,
        SSH
    }

    @BeforeEach
    void aForkOfALongHistory() throws Exception {
        assumeTrue(GitHubServer.servesGit(), "skipped: no git-http-backend on this machine");
        Path root = directory.resolve("hub");
        upstream = Git.init(root.resolve(UPSTREAM));
        upstream.grow("master", LONG, "Re-rendered");
        start = upstream.git("rev-parse", "master~5").strip();
        own = Git.init(root.resolve(OWN));
        own.git("fetch", "-q", upstream.directory().toString(), "master:master");
        server = Optional.of(new GitHubServer(root, Optional.of(TOKEN)));
        ssh = Optional.of(new GitSshServer(root, directory.resolve("home")));
        ssh.orElseThrow().makeKnown();
    }

    @AfterEach
    void stop() throws Exception {
        server.ifPresent(GitHubServer::close);
        if (ssh.isPresent()) {
            ssh.get().close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLongBranchOfOursGrowsOnFromAnyMachine(Way way) {
        publish(way, "work", 1);
        letOursGrow("aarch64");
        assertThat(publish(way, "work", 2)).isInstanceOfSatisfying(Moved.class, this::isOneMore);
        letOursGrow("aarch64");
        assertThat(publish(way, "another", 3)).isInstanceOfSatisfying(Moved.class, this::isOneMore);
        assertThat(publish(way, "a third", 3)).isInstanceOf(InSync.class);
    }

    private void isOneMore(Moved moved) {
        assertThat(moved.commits()).isEqualTo(1);
        assertThat(own.git("rev-parse", "aarch64").strip()).isEqualTo(moved.commit());
        assertThat(own.git("fsck", "--strict")).doesNotContain("missing", "broken");
    }

    @ParameterizedTest
    @EnumSource
    void aCommitOfSomebodysOnALongBranchIsNamedAndStays(Way way) {
        publish(way, "work", 1);
        letOursGrow("aarch64");
        publish(way, "work", 2);
        isNamedAndStays(way);
    }

    @ParameterizedTest
    @EnumSource
    void aCommitOfSomebodysOnAShortBranchOfALongHistoryIsNamedAndStays(Way way) {
        publish(way, "work", 1);
        isNamedAndStays(way);
    }

    private void isNamedAndStays(Way way) {
        own.grow("aarch64", 1, "Fix the build by hand");
        String theirs = own.git("rev-parse", "aarch64");
        for (String machine : List.of("work", "another", "work")) {
            assertThat(publish(way, machine, 3)).isInstanceOfSatisfying(Foreign.class, TransportsTest::isByHand);
            assertThat(look(way, machine, 3).found()).isInstanceOfSatisfying(Foreign.class, TransportsTest::isByHand);
        }
        assertThat(own.git("rev-parse", "aarch64")).isEqualTo(theirs);
        own.git("branch", "-m", "aarch64", "aarch64-by-hand");
        assertThat(publish(way, "work", 3)).isInstanceOf(Moved.class);
        assertThat(publish(way, "another", 4)).isInstanceOfSatisfying(Moved.class, this::isOneMore);
    }

    private static void isByHand(Foreign foreign) {
        assertThat(foreign.foreign()).hasSize(1);
        assertThat(foreign.text()).endsWith(" Fix the build by hand (A Porter)");
    }

    @ParameterizedTest
    @EnumSource
    void aBranchThatSomebodyMadeOfALongHistoryIsUpstreams(Way way) {
        upstream.grow("master", LONG, "Re-rendered again");
        own.git("fetch", "-q", upstream.directory().toString(), "master:aarch64");
        assertThat(look(way, "work", 1).found()).isInstanceOf(Behind.class);
        assertThat(publish(way, "work", 1)).isInstanceOf(Moved.class);
        assertThat(own.git("rev-parse", "aarch64~2")).isEqualTo(upstream.git("rev-parse", "master"));
    }

    @ParameterizedTest
    @EnumSource
    void aPullRequestIsKeptUpOnLongBranches(Way way) {
        publish(way, "work", 1);
        letOursGrow("aarch64");
        assertThat(propose(way, "work", 2)).isInstanceOf(Proposed.class);
        letOursGrow("archi-render/zlib");
        assertThat(propose(way, "another", 3)).isInstanceOf(Proposed.class);
        own.grow("archi-render/zlib", 1, "Fix the build by hand");
        String theirs = own.git("rev-parse", "archi-render/zlib");
        for (String machine : List.of("work", "another", "a third")) {
            assertThat(propose(way, machine, 4)).isInstanceOfSatisfying(Foreign.class, TransportsTest::isByHand);
        }
        assertThat(own.git("rev-parse", "archi-render/zlib")).isEqualTo(theirs);
        own.grow("aarch64", 1, "Fix the build by hand");
        assertThat(propose(way, "work", 4)).isInstanceOfSatisfying(Foreign.class, TransportsTest::isByHand);
    }

    private void letOursGrow(String branch) {
        own.grow(branch, LONG, own.git("log", "-1", "--format=%B", branch));
    }

    private PublishOutcome publish(Way way, String machine, int number) {
        return act(way, machine, number, PublishGate.of(1), new DirectPush());
    }

    private PublishOutcome look(Way way, String machine, int number) {
        return act(way, machine, number, PublishGate.dryRun(), new Look(pulls(), Optional.of(HOME)));
    }

    private PublishOutcome propose(Way way, String machine, int number) {
        return act(way, machine, number, PublishGate.of(1), new Proposal(pulls(), HOME));
    }

    private PublishOutcome act(Way way, String machine, int number, PublishGate gate, PublishStrategy strategy) {
        return new Publisher(directory.resolve(machine), access(), gate)
                .publish(
                        new SmallFeedstock("zlib", start).content(number),
                        new FeedstockAddresses(address(way, OWN), address(way, UPSTREAM)),
                        strategy);
    }

    private String address(Way way, String repository) {
        return switch (way) {
            case PATH -> directory.resolve("hub/" + repository).toString();
            case FILE -> "file://" + directory.resolve("hub/" + repository);
            case HTTP -> server.orElseThrow().endpoint() + "/" + repository;
            case SSH -> ssh.orElseThrow().address() + "/" + repository;
        };
    }

    private PullRequests pulls() {
        String endpoint = server.orElseThrow().endpoint();
        FeedstockAddresses there = new FeedstockAddresses(endpoint + "/" + OWN, "");
        return new PullRequests(GitHubClient.at(endpoint, access().trusting(there.trusted())));
    }

    private RemoteAccess access() {
        return new RemoteAccess(
                Optional.of(AccessToken.of(TOKEN)), Duration.ofSeconds(20), directory.resolve("home"), time);
    }
}

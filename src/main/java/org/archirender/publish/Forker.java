package org.archirender.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.Overlay;
import org.archirender.problem.InputException;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.github.GitHubForge;
import org.archirender.publish.github.Home;
import org.archirender.render.Port;

/**
 * Makes a feedstock of our own on GitHub: the fork, the port's branch, and that branch as the default. Idempotent.
 *
 * @param port names the accounts, and the branch
 * @param host of GitHub, or of a GitHub Enterprise
 */
public record Forker(GitHubForge github, Port port, String host) {
    /**
     * What a call did, and what it found done.
     *
     * @param done in the order of doing, each as in "forked conda-forge/zlib-feedstock"
     * @param already the steps that there was nothing to do for
     */
    public record Forked(List<String> done, List<String> already) {
        public Forked {
            done = List.copyOf(done);
            already = List.copyOf(already);
        }
    }

    /**
     * Sees to it that there is a feedstock of our own for {@code overlay}, with the port's branch.
     *
     * @param keepDefaultBranch leave the default branch as it is
     * @throws InputException where the overlay has it elsewhere than on GitHub
     * @throws RepositoryException where GitHub does not do its part, or the repository is archived
     */
    public Forked fork(Overlay overlay, boolean keepDefaultBranch) {
        Home own = FeedstockAddresses.of(port, overlay, host).onGitHub(overlay.file(), "forks");
        Home upstream = overlay.base()
                .flatMap(base -> Home.of(base.repo()))
                .orElse(FeedstockAddresses.upstream(port, overlay.name()));
        return fork(upstream, own, keepDefaultBranch);
    }

    private Forked fork(Home upstream, Home own, boolean keepDefaultBranch) {
        List<String> done = new ArrayList<>();
        List<String> already = new ArrayList<>();
        Optional<GitHubForge.Repository> found = github.find(own);
        if (found.isEmpty()) {
            github.fork(upstream, own);
            done.add("forked " + upstream);
            found = github.find(own);
        } else {
            already.add("fork");
        }
        GitHubForge.Repository repository = found.orElseThrow(
                () -> new RepositoryException("the fork " + own + " came and went", "look at it on GitHub", null));
        if (repository.archived()) {
            throw new RepositoryException(own + " is archived", "unarchive it, or set skip: in its overlay", null);
        }
        branch(upstream, own, done, already);
        if (!keepDefaultBranch) {
            makeDefault(own, repository, done, already);
        }
        return new Forked(done, already);
    }

    private void branch(Home upstream, Home own, List<String> done, List<String> already) {
        String branch = port.branch();
        if (github.head(own, branch).isPresent()) {
            already.add("branch " + branch);
            return;
        }
        String upstreamBranch = github.find(upstream)
                .map(GitHubForge.Repository::defaultBranch)
                .orElseThrow(() -> new RepositoryException(
                        "there is no " + upstream + " to make the branch from",
                        "check upstream-org: in port.yaml and the package's name",
                        null));
        String start = github.head(own, upstreamBranch)
                .orElseThrow(() -> new RepositoryException(
                        "%s has no branch %s, which is upstream's default".formatted(own, upstreamBranch),
                        "sync the fork with upstream",
                        null));
        github.createBranch(own, branch, start);
        done.add("made branch " + branch + " from " + upstreamBranch);
    }

    private void makeDefault(Home own, GitHubForge.Repository repository, List<String> done, List<String> already) {
        String branch = port.branch();
        if (repository.defaultBranch().equals(branch)) {
            already.add("default branch " + branch);
            return;
        }
        github.setDefaultBranch(own, branch);
        done.add("made " + branch + " the default branch");
    }
}

package org.archirender.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.github.GitHubForge;

/**
 * Makes a feedstock of our own on GitHub: the fork, the port's branch, and that branch as the default. Idempotent.
 *
 * @param upstreamOrg whose feedstocks are forked
 * @param ownOrg where the forks go
 * @param branch the port's branch
 */
public record Forker(GitHubForge github, String upstreamOrg, String ownOrg, String branch) {
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
     * Sees to it that our organisation has {@code feedstock} with the port's branch.
     *
     * @param feedstock repository name, as in {@code zlib-feedstock}
     * @param keepDefaultBranch leave the default branch as it is
     * @throws RepositoryException where GitHub does not do its part, or the repository is archived
     */
    public Forked fork(String feedstock, boolean keepDefaultBranch) {
        List<String> done = new ArrayList<>();
        List<String> already = new ArrayList<>();
        Optional<GitHubForge.Repository> own = github.find(ownOrg, feedstock);
        if (own.isEmpty()) {
            github.fork(upstreamOrg, feedstock, ownOrg);
            done.add("forked " + upstreamOrg + "/" + feedstock);
            own = github.find(ownOrg, feedstock);
        } else {
            already.add("fork");
        }
        GitHubForge.Repository repository = own.orElseThrow(() -> new RepositoryException(
                "the fork " + ownOrg + "/" + feedstock + " came and went", "look at it on GitHub", null));
        if (repository.archived()) {
            throw new RepositoryException(
                    ownOrg + "/" + feedstock + " is archived", "unarchive it, or set skip: in its overlay", null);
        }
        branch(feedstock, done, already);
        if (!keepDefaultBranch) {
            makeDefault(feedstock, repository, done, already);
        }
        return new Forked(done, already);
    }

    private void branch(String feedstock, List<String> done, List<String> already) {
        if (github.head(ownOrg, feedstock, branch).isPresent()) {
            already.add("branch " + branch);
            return;
        }
        String upstreamBranch = github.find(upstreamOrg, feedstock)
                .map(GitHubForge.Repository::defaultBranch)
                .orElseThrow(() -> new RepositoryException(
                        "there is no " + upstreamOrg + "/" + feedstock + " to make the branch from",
                        "check upstream-org: in port.yaml and the package's name",
                        null));
        String start = github.head(ownOrg, feedstock, upstreamBranch)
                .orElseThrow(() -> new RepositoryException(
                        "%s/%s has no branch %s, which is upstream's default"
                                .formatted(ownOrg, feedstock, upstreamBranch),
                        "sync the fork with upstream",
                        null));
        github.createBranch(ownOrg, feedstock, branch, start);
        done.add("made branch " + branch + " from " + upstreamBranch);
    }

    private void makeDefault(
            String feedstock, GitHubForge.Repository repository, List<String> done, List<String> already) {
        if (repository.defaultBranch().equals(branch)) {
            already.add("default branch " + branch);
            return;
        }
        github.setDefaultBranch(ownOrg, feedstock, branch);
        done.add("made " + branch + " the default branch");
    }
}

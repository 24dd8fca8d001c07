package org.archirender.publish;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.conda.FeedstockLayout;
import org.archirender.forge.ForgeConfig;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.git.GitTrees;
import org.archirender.publish.git.Remote;
import org.archirender.text.Address;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeScope;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FileUtils;

/**
 * A feedstock as its repository has it now.
 *
 * @param address where it was read
 * @param commit that its HEAD was at, 40 hex digits
 * @param files what a rendering reads of that commit ({@link FeedstockLayout#inputs}); links and submodules are left out
 */
public record UpstreamFeedstock(String address, String commit, FileTree files) {
    private static final String FETCHED = "refs/archi-render/upstream";

    /**
     * Fetches the newest commit of the repository's HEAD, without its history.
     *
     * @param address https, ssh, or an absolute path
     * @param name of the package: the server that port.yaml names for it may have the token, and no other
     * @throws InputException where {@code address} is none
     * @throws RepositoryException where the repository can't be reached or has no commit
     */
    public static UpstreamFeedstock fetch(String address, Remotes remotes, String name) {
        checkAddress(address);
        try (Scratch scratch = Scratch.make();
                FeedstockRepository local =
                        FeedstockRepository.open(scratch.folder().resolve("upstream.git"))) {
            Repository repository = local.git();
            repository.getConfig().setString("http", null, "followRedirects", "true");
            Remote remote = Remote.at(address, remotes.access(name));
            Map<String, ObjectId> refs = refs(remote, repository);
            ObjectId head = Optional.ofNullable(refs.get(Constants.HEAD))
                    .orElseThrow(() -> new RepositoryException(
                            address + ": has no commit at its HEAD", "is this the right repository?", null));
            remote.fetch(repository, "+" + Constants.HEAD + ":" + FETCHED, Optional.of(1));
            return new UpstreamFeedstock(address, head.name(), read(repository, head, address));
        } catch (IOException e) {
            throw new RepositoryException(address + ": " + e.getMessage(), "", e);
        }
    }

    /** A folder for what is fetched, for as long as it is read. */
    private record Scratch(Path folder) implements AutoCloseable {
        static Scratch make() throws IOException {
            return new Scratch(Files.createTempDirectory("archi-render-"));
        }

        @Override
        public void close() throws IOException {
            FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE | FileUtils.RETRY);
        }
    }

    private static void checkAddress(String address) {
        Address.check(Location.of("--from"), address);
        try {
            new URIish(address);
        } catch (URISyntaxException e) {
            throw new InputException(
                    Location.of("--from " + address), "is no address of a git repository: " + e.getReason(), "");
        }
    }

    private static Map<String, ObjectId> refs(Remote remote, Repository repository) {
        try {
            return remote.refs(repository)
                    .orElseThrow(() -> new RepositoryException(
                            remote.address() + ": there is no such repository, or the token may not see it", "", null));
        } catch (RepositoryException e) {
            throw new RepositoryException(
                    String.valueOf(e.getMessage()), "check the address and the network, then run the command again", e);
        }
    }

    private static FileTree read(Repository repository, ObjectId commit, String address) throws IOException {
        try (RevWalk walk = new RevWalk(repository);
                ObjectInserter inserter = repository.newObjectInserter()) {
            GitTrees trees = new GitTrees(repository, inserter, address);
            RevTree tree = walk.parseCommit(commit).getTree();
            FileTree config = trees.read(tree, new TreeScope(List.of(FeedstockLayout.CONFIG)));
            return trees.read(tree, new TreeScope(FeedstockLayout.inputs(ForgeConfig.recipeDir(config))));
        }
    }
}

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
import org.archirender.publish.git.Site;
import org.archirender.render.Port;
import org.archirender.text.Address;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeScope;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
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
     * Where the feedstock of package {@code name} comes from.
     *
     * @param repo what its base says of that, {@code OWNER/NAME} on GitHub or an address; empty where it has none
     */
    public static String address(Port port, String name, Optional<String> repo) {
        String usual = FeedstockAddresses.upstream(port, name).toString();
        String written = repo.orElse(usual);
        if (written.contains(":") || written.startsWith("/")) {
            return written;
        }
        return port.upstream()
                .filter(template -> written.equals(usual))
                .map(template -> template.replace("{name}", name))
                .orElse(Site.GITHUB + "/" + written);
    }

    /**
     * Fetches the newest commit of the repository's HEAD, without its history.
     *
     * @param address https, ssh, or an absolute path
     * @param name of the package: the server that port.yaml names for it may have the token, and no other
     * @throws InputException where {@code address} is none
     * @throws RepositoryException where the repository can't be reached or has no commit
     */
    public static UpstreamFeedstock fetch(String address, Remotes remotes, String name) {
        return newer(address, remotes, name, Optional.empty(), Optional.empty()).orElseThrow();
    }

    /**
     * The same of a commit, fetched only where it is another than {@code known}.
     *
     * @param rev a branch, tag or commit; empty for HEAD
     * @param known the commit that the caller has; empty for none
     * @return empty where {@code rev} is at {@code known}
     */
    public static Optional<UpstreamFeedstock> newer(
            String address, Remotes remotes, String name, Optional<String> rev, Optional<String> known) {
        checkAddress(address);
        try (Scratch scratch = Scratch.make();
                FeedstockRepository local =
                        FeedstockRepository.open(scratch.folder().resolve("upstream.git"))) {
            Repository repository = local.git();
            repository.getConfig().setString("http", null, "followRedirects", "true");
            Remote remote = Remote.at(address, remotes.access(name));
            Wanted wanted = Wanted.of(refs(remote, repository), rev, address);
            if (known.filter(wanted.commit().name()::equals).isPresent()) {
                return Optional.empty();
            }
            remote.fetch(repository, "+" + wanted.source() + ":" + FETCHED, Optional.of(1));
            // A commit that was asked for by its id has no ref.
            ObjectId fetched = Optional.ofNullable(repository.exactRef(FETCHED))
                    .map(Ref::getObjectId)
                    .orElse(wanted.commit());
            try (RevWalk walk = new RevWalk(repository)) {
                ObjectId commit = walk.parseCommit(fetched).toObjectId();
                return known.filter(commit.name()::equals).isPresent()
                        ? Optional.empty()
                        : Optional.of(new UpstreamFeedstock(address, commit.name(), read(repository, commit, address)));
            }
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

    /**
     * What is to be fetched.
     *
     * @param source a ref of the remote, or a commit's id
     */
    private record Wanted(String source, ObjectId commit) {
        static Wanted of(Map<String, ObjectId> refs, Optional<String> rev, String address) {
            List<String> names = rev.map(name -> List.of(name, Constants.R_HEADS + name, Constants.R_TAGS + name))
                    .orElse(List.of(Constants.HEAD));
            return names.stream()
                    .flatMap(ref -> Optional.ofNullable(refs.get(ref)).map(id -> new Wanted(ref, id)).stream())
                    .findFirst()
                    .or(() -> rev.filter(ObjectId::isId).map(id -> new Wanted(id, ObjectId.fromString(id))))
                    .orElseThrow(() -> rev.isEmpty()
                            ? new RepositoryException(
                                    address + ": has no commit at its HEAD", "is this the right repository?", null)
                            : new RepositoryException(
                                    address + ": has no branch or tag '" + rev.get() + "'",
                                    "give one that it has, or a commit's 40 hex digits",
                                    null));
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

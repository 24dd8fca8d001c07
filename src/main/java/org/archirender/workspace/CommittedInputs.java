package org.archirender.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.FileUtils;

/**
 * A workspace's inputs as a commit of its own git repository has them, in a folder that is there until it is closed.
 *
 * @param workspace with these inputs
 */
public record CommittedInputs(Workspace workspace) implements AutoCloseable {
    private static final List<String> INPUTS =
            List.of("overlays/", "templates/", "migrations/", "pinnings/", "pinnings.yaml");

    /**
     * The inputs of {@code workspace} at {@code revision}.
     *
     * @param revision as git understands it, {@code HEAD~1}
     * @throws InputException where the workspace is in no git repository, or the revision is none or has no workspace
     */
    public static CommittedInputs of(Workspace workspace, String revision) {
        Path root = workspace.root().toAbsolutePath().normalize();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(root.toFile());
        if (builder.getGitDir() == null) {
            throw new InputException(
                    Location.of(root.toString()), "is in no git repository, so it has no history", "run: git init");
        }
        try (Repository repository = builder.build()) {
            ObjectId commit = commit(repository, revision);
            Path folder = Files.createTempDirectory("archi-render-");
            try {
                write(repository, commit, prefix(repository, root), folder);
                return new CommittedInputs(Workspace.at(folder));
            } catch (IOException | RuntimeException e) {
                FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE);
                throw e;
            }
        } catch (IOException e) {
            throw DiskFailure.reading("the git repository of " + root, e);
        }
    }

    private static ObjectId commit(Repository repository, String revision) throws IOException {
        try {
            return Optional.ofNullable(repository.resolve(revision + "^{commit}"))
                    .orElseThrow(() -> unknown(revision));
        } catch (RevisionSyntaxException e) {
            throw unknown(revision);
        }
    }

    private static InputException unknown(String revision) {
        return new InputException(
                Location.of("--since " + revision), "is no commit of the workspace's repository", "see: git log");
    }

    private static String prefix(Repository repository, Path root) throws IOException {
        Path tree = repository.getWorkTree().toPath().toRealPath();
        String below = tree.relativize(root.toRealPath()).toString().replace('\\', '/');
        return below.isEmpty() ? "" : below + "/";
    }

    private static void write(Repository repository, ObjectId commit, String prefix, Path folder) throws IOException {
        try (RevWalk revisions = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(revisions.parseCommit(commit).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                String path = walk.getPathString();
                String own = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
                boolean file = walk.getFileMode().getObjectType() == Constants.OBJ_BLOB
                        && walk.getFileMode() != FileMode.SYMLINK;
                if (file && INPUTS.stream().anyMatch(own::startsWith)) {
                    Path written = folder.resolve(own);
                    Files.createDirectories(written.getParent());
                    Files.write(written, repository.open(walk.getObjectId(0)).getCachedBytes());
                    if (walk.getFileMode() == FileMode.EXECUTABLE_FILE) {
                        written.toFile().setExecutable(true);
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            FileUtils.delete(workspace.root().toFile(), FileUtils.RECURSIVE | FileUtils.RETRY);
        } catch (IOException e) {
            throw DiskFailure.writing("can't remove " + workspace.root(), e);
        }
    }
}

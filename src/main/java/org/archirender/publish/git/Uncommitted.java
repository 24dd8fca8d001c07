package org.archirender.publish.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.StatusCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.NoWorkTreeException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** What of a folder that is kept in git is not committed there. */
public final class Uncommitted {
    private Uncommitted() {}

    /**
     * The files below {@code folder} that are new, changed or gone since the last commit, relative to it. Empty where the
     * folder is not kept in git, and where git can't tell: nothing depends on it.
     *
     * @param among paths below {@code folder}, of files and folders, that are looked at
     */
    public static SortedSet<String> in(Path folder, Collection<String> among) {
        HermeticGit.install();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
        SortedSet<String> found = new TreeSet<>();
        if (builder.getGitDir() == null) {
            return found;
        }
        try (Repository repository = builder.build();
                Git git = new Git(repository)) {
            Path top = repository.getWorkTree().toPath().toRealPath();
            String inside = top.relativize(folder.toRealPath()).toString().replace('\\', '/');
            String before = inside.isEmpty() ? "" : inside + "/";
            StatusCommand command = git.status();
            among.forEach(path -> command.addPath(before + path));
            Status status = command.call();
            status.getUncommittedChanges().forEach(path -> found.add(path.substring(before.length())));
            status.getUntracked().forEach(path -> found.add(path.substring(before.length())));
            return found;
        } catch (IOException | GitAPIException | NoWorkTreeException e) {
            return new TreeSet<>();
        }
    }
}

package org.archirender.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.archirender.problem.RepositoryException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs from writing one workspace at the same time. The system gives the lock back when its process ends,
 * however it ends: the file that stays behind means nothing.
 */
public final class WorkspaceLock implements AutoCloseable {
    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of the work folder {@code folder}, which is made where there is none, closed to git.
     *
     * @throws RepositoryException when another run has it, or the folder can't be written
     */
    public static WorkspaceLock take(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            ignore(folder.resolve(".gitignore"));
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new RepositoryException(
                        "another archi-render is writing this workspace (it holds " + folder.resolve("lock") + ")",
                        "wait until it is done, then run the command again",
                        null);
            }
            return new WorkspaceLock(channel);
        } catch (IOException e) {
            throw DiskFailure.writing("can't write " + folder, e);
        }
    }

    /** A run that was killed, or had no room, may have left the file out, or empty. */
    private static void ignore(Path file) throws IOException {
        if (Files.notExists(file) || Files.size(file) == 0) {
            Files.writeString(file, "*\n");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw DiskFailure.writing("can't give the workspace's lock back", e);
        }
    }
}

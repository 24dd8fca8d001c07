package org.archirender.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.archirender.problem.RepositoryException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs from writing one workspace at the same time. The system gives the lock back when its process ends,
 * however it ends: the file that stays behind means nothing.
 */
public final class WorkspaceLock implements AutoCloseable {
    private static final Pattern HOLDER = Pattern.compile("process \\d+ since [0-9T:Z-]+, ");
    private static final int LONGEST_HOLDER = 100;

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
        Path lock = folder.resolve("lock");
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            ignore(plain(folder.resolve(".gitignore")));
            FileChannel channel = FileChannel.open(
                    plain(lock), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = holder(channel);
                channel.close();
                throw new RepositoryException(
                        "another archi-render is writing this workspace (%sit holds %s)".formatted(holder, lock),
                        "wait until it is done, then run the command again",
                        null);
            }
            sign(channel);
            return new WorkspaceLock(channel);
        } catch (IOException e) {
            throw DiskFailure.writing("can't write " + folder, e);
        }
    }

    /** Opening a named pipe may never return, and a link may lead to a file that is somebody's. */
    private static Path plain(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, file.getFileName() + " is no plain file: remove it");
        }
        return file;
    }

    /** Says in the file who holds it. A disk without room for that stops nobody. */
    private static void sign(FileChannel channel) {
        String holder = "process %d since %s, "
                .formatted(ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try {
            channel.truncate(0).write(StandardCharsets.UTF_8.encode(holder), 0);
        } catch (IOException e) {
            // It holds the lock all the same.
        }
    }

    /** What the holder said of itself; empty where it has not yet. */
    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer said = ByteBuffer.allocate(LONGEST_HOLDER);
        channel.read(said, 0);
        String text = StandardCharsets.UTF_8.decode(said.flip()).toString();
        return HOLDER.matcher(text).matches() ? text : "";
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

package org.archirender.publish.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** git itself on a bare repository, to look at ours from outside and to do what people do. */
public record Git(Path directory) {
    public static Git init(Path directory) throws IOException {
        Files.createDirectories(directory);
        new Git(directory).run("", "init", "-q", "--bare", "-b", "master");
        // A collection in the background would still write when the test is over.
        new Git(directory).git("config", "receive.autogc", "false");
        new Git(directory).git("config", "gc.auto", "0");
        return new Git(directory);
    }

    public String git(String... arguments) {
        return run("", arguments);
    }

    public String run(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "--git-dir", directory.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("HOME", directory.toString());
        for (String role : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + role + "_NAME", "A Porter");
            builder.environment().put("GIT_" + role + "_EMAIL", "porter@example.org");
            builder.environment().put("GIT_" + role + "_DATE", "2019-01-02T03:04:05Z");
        }
        try {
            Process process = builder.start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A commit by hand on {@code branch}, with authors.txt and a variant file of an older rendering. */
    public String commit(String branch, String message, String... parents) {
        String blob = run("", "hash-object", "-w", "--stdin").strip();
        String ci = run("100644 blob %s\tlinux_aarch64_old.yaml\n".formatted(blob), "mktree")
                .strip();
        String tree = run("100644 blob %s\tauthors.txt\n040000 tree %s\t.ci_support\n".formatted(blob, ci), "mktree")
                .strip();
        List<String> command = new ArrayList<>(List.of("commit-tree", tree, "-m", message));
        for (String parent : parents) {
            command.addAll(List.of("-p", parent));
        }
        String commit = git(command.toArray(String[]::new)).strip();
        git("update-ref", "refs/heads/" + branch, commit);
        return commit;
    }

    /** Puts {@code count} commits on {@code branch} that change no file of it; a new branch has authors.txt. */
    public void grow(String branch, int count, String message) {
        String ref = "refs/heads/" + branch;
        boolean there = !git("for-each-ref", ref).isEmpty();
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < count; i++) {
            stream.append(
                    "commit %s\ncommitter A Porter <porter@example.org> %d +0000\n".formatted(ref, 1_547_600_000 + i));
            stream.append("data ")
                    .append(message.length())
                    .append('\n')
                    .append(message)
                    .append('\n');
            if (i == 0) {
                stream.append(there ? "from " + ref + "^0\n" : "M 100644 inline authors.txt\ndata 0\n\n");
            }
        }
        run(stream.toString(), "fast-import", "--quiet");
    }
}

package org.archirender.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHubServer;

/**
 * What publishing costs, in seconds of whole processes: the first publish of many feedstocks, one with nothing to do, one
 * with five changed. Arguments: how many feedstocks, how many at a time, and the delay of every request in milliseconds;
 * without a delay the remotes are bare repositories on the disk, with one they are served over http.
 */
final class PublishCost implements AutoCloseable {
    private final Path temp = Files.createTempDirectory("publish-cost");
    private final int feedstocks;
    private final int jobs;
    private final Optional<GitHubServer> server;
    private final Shell shell;

    private PublishCost(int feedstocks, int jobs, Duration delay) throws IOException {
        this.feedstocks = feedstocks;
        this.jobs = jobs;
        this.server = delay.isZero() ? Optional.empty() : Optional.of(new GitHubServer(temp.resolve("hub")));
        this.shell = Shell.in(temp.resolve("port")).withPort();
        server.ifPresent(slow -> slow.delay(delay));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Duration delay = Duration.ofMillis(arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0);
        try (PublishCost cost = new PublishCost(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), delay)) {
            cost.prepare();
            cost.run("first publish");
            cost.run("none changed");
            for (int i = 0; i < 5; i++) {
                cost.shell.file("overlays/p" + i + "/base/recipe/build.sh", "make -j2\nmake install\n");
            }
            cost.run("5 changed");
            cost.run("none changed");
            cost.shell.remove("work");
            cost.run("none, no cache");
        }
    }

    private void prepare() throws IOException {
        String remotes = server.map(GitHubServer::endpoint).orElse("file://" + temp.resolve("hub"));
        shell.file(
                "overlays/port.yaml",
                shell.read("overlays/port.yaml")
                        + "commits: {author: A Porter, email: porter@example.org, date: 2019-01-15}\n"
                        + "remote: " + remotes + "/own/{name}-feedstock\n");
        Path fork = temp.resolve("fork");
        Git git = Git.init(fork);
        String start = git.commit("master", "Re-rendered");
        git.git("config", "http.receivepack", "true");
        for (int i = 0; i < feedstocks; i++) {
            String name = "p" + i;
            copy(fork, temp.resolve("hub/own/" + name + "-feedstock"));
            shell.withPackage(name, "");
            String overlay = "overlays/" + name + "/overlay.yaml";
            shell.file(overlay, shell.read(overlay).replaceFirst("[0-9a-f]{40}", start));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private void run(String what) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.archirender.cli.Main",
                "--all",
                "--push",
                "-q",
                "-j",
                "" + jobs);
        long start = System.nanoTime();
        int exitCode = new ProcessBuilder(command)
                .directory(temp.resolve("port").toFile())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("log").toFile())
                .start()
                .waitFor();
        System.out.printf(
                Locale.ROOT,
                "%4d feedstocks, -j %d, %-15s %6.2f s, exit %d%n",
                feedstocks,
                jobs,
                what,
                (System.nanoTime() - start) / 1e9,
                exitCode);
        if (exitCode != 0) {
            System.out.println(Files.readString(temp.resolve("log")));
        }
    }

    @Override
    public void close() throws IOException {
        server.ifPresent(GitHubServer::close);
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}

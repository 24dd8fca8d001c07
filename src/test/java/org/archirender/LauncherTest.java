package org.archirender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a folder of its own, with a Maven and a Java that only say how they were called. */
class LauncherTest {
    @TempDir
    private Path temp;

    private Path home = Path.of("");
    private Path jdk = Path.of("");

    private record Ran(long pid, int exitCode, String out, String err) {}

    @BeforeEach
    void aFreshClone() throws IOException {
        home = Files.createDirectories(temp.resolve("the clone"));
        jdk = temp.resolve("jdk");
        executable(home.resolve("archi-render"), Files.readString(Path.of("archi-render")));
        Files.createDirectories(home.resolve("src/main/java"));
        Files.writeString(home.resolve("src/main/java/Main.java"), "");
        Files.writeString(home.resolve("pom.xml"), "");
        executable(temp.resolve("bin/mvn"), """
                #!/bin/sh
                echo "$@" >>"$PWD/builds"
                sleep 1
                mkdir -p target
                echo jar >target/archi-render.jar
                """);
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        executable(jdk.resolve("bin/java"), """
                #!/bin/sh
                for arg; do
                  case $arg in
                    -XX:DumpLoadedClassList=*) echo classes >"${arg#*=}"; exit 0 ;;
                    -XX:SharedClassListFile=*) classes=$(cat "${arg#*=}") || exit 1 ;;
                    -XX:SharedArchiveFile=*) [ -z "${classes:-}" ] || { echo "$classes" >"${arg#*=}"; exit 0; } ;;
                    fail) exit 7 ;;
                  esac
                done
                echo "$$ $PWD"
                for arg; do echo "<$arg>"; done
                """);
        release("17.0.15");
        long past = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
        for (String source : List.of("src/main/java/Main.java", "src/main/java", "src/main", "pom.xml")) {
            Files.setLastModifiedTime(home.resolve(source), FileTime.fromMillis(past));
        }
    }

    @Test
    void theFirstStartBuildsAndTheSecondDoesNot() throws Exception {
        assertThat(run(home.resolve("archi-render")).err())
                .isEqualTo("archi-render: building (once, and again when its sources change)\n");
        assertThat(run(home.resolve("archi-render")).err()).isEmpty();
        assertThat(builds()).containsExactly("-q -ntp -B -Dquick -DskipTests package");
    }

    @Test
    void newerSourcesAreBuiltAgain() throws Exception {
        run(home.resolve("archi-render"));
        touch(home.resolve("src/main/java/Main.java"));
        run(home.resolve("archi-render"));
        assertThat(builds()).hasSize(2);
    }

    @Test
    void twoFirstStartsAtOnceBuildOnce() throws Exception {
        Process one = start(home.resolve("archi-render"));
        Process other = start(home.resolve("archi-render"));
        assertThat(finish(one).exitCode()).isZero();
        assertThat(finish(other).exitCode()).isZero();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void aBuildThatWasKilledHoldsUpNobody() throws Exception {
        Files.createDirectories(home.resolve("target/launch"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createSymbolicLink(home.resolve("target/launch/building"), Path.of(Long.toString(gone.pid())));
        assertThat(run(home.resolve("archi-render")).exitCode()).isZero();
    }

    @Test
    void itRunsTheJarInTheUsersFolderWithTheirArguments() throws Exception {
        Ran ran = run(home.resolve("archi-render"), "--all", "a b", "");
        Path launch = home.resolve("target/launch").toRealPath();
        assertThat(ran.out())
                .startsWith(ran.pid() + " " + temp.toRealPath() + "\n")
                .contains("<-XX:SharedArchiveFile=" + launch + "/classes-17.0.15+6.jsa>\n")
                .endsWith("<-jar>\n<" + launch + "/archi-render.jar>\n<--all>\n<a b>\n<>\n");
    }

    @Test
    void itIsFoundThroughLinks() throws Exception {
        Files.createSymbolicLink(temp.resolve("one"), Path.of("the clone/archi-render"));
        Files.createSymbolicLink(temp.resolve("bin/two"), Path.of("../one"));
        assertThat(run(temp.resolve("bin/two"), "x").out())
                .endsWith("/the clone/target/launch/archi-render.jar>\n<x>\n");
    }

    @Test
    void itsExitCodeIsThePrograms() throws Exception {
        assertThat(run(home.resolve("archi-render"), "fail").exitCode()).isEqualTo(7);
    }

    @Test
    void anArchiveThatCannotBeMadeIsTriedOnce() throws Exception {
        executable(jdk.resolve("bin/java"), "#!/bin/sh\necho \"$@\" >>" + temp.resolve("starts") + "\n");
        run(home.resolve("archi-render"), "one");
        run(home.resolve("archi-render"), "two");
        assertThat(Files.readAllLines(temp.resolve("starts")))
                .hasSize(4)
                .filteredOn(start -> start.contains("-Xshare:dump"))
                .hasSize(1);
    }

    @Test
    void anOldJavaIsRefused() throws Exception {
        release("11.0.2");
        Ran ran = run(home.resolve("archi-render"));
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err())
                .isEqualTo("archi-render: " + jdk.resolve("bin/java")
                        + " is Java 11.0.2; set JAVA_HOME to a JDK, 17 or newer\n");
    }

    @Test
    void aJavaHomeThatIsNoneIsNamed() throws Exception {
        Ran ran = run(List.of(home.resolve("archi-render").toString()), "/nowhere", "");
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err())
                .isEqualTo(
                        "archi-render: JAVA_HOME is /nowhere, which has no bin/java; set it to a JDK, 17 or newer\n");
    }

    @Test
    void aFailedBuildIsNoDrift() throws Exception {
        executable(temp.resolve("bin/mvn"), "#!/bin/sh\necho no network\nexit 1\n");
        Ran ran = run(home.resolve("archi-render"));
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("no network\n").contains("archi-render: the build failed, see above");
        assertThat(home.resolve("target/launch/building")).doesNotExist();
    }

    @Test
    void shellcheckHasNothingToSay() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/shellcheck")), "skipped: no shellcheck here");
        Ran ran = run(
                List.of("/usr/bin/shellcheck", "archi-render"),
                "",
                Path.of("").toAbsolutePath().toString());
        assertThat(ran.out()).isEmpty();
        assertThat(ran.exitCode()).isZero();
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(home.resolve("builds"));
    }

    private void release(String version) throws IOException {
        Files.writeString(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"x\"\nJAVA_RUNTIME_VERSION=\"%s+6\"\nJAVA_VERSION=\"%s\"\n".formatted(version, version));
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ran run(Path launcher, String... args) throws Exception {
        return finish(start(launcher, args));
    }

    private Ran run(List<String> command, String javaHome, String directory) throws Exception {
        return finish(start(command, javaHome, directory.isEmpty() ? temp : Path.of(directory)));
    }

    private Process start(Path launcher, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        return start(command, jdk.toString(), temp);
    }

    private Process start(List<String> command, String javaHome, Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", temp.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", javaHome);
        return builder.start();
    }

    private static Ran finish(Process process) throws Exception {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.pid(), process.exitValue(), out, err);
    }
}

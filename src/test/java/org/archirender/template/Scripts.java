package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs generated scripts on a machine whose programs a test writes. */
final class Scripts {
    private final Path programs;
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** What a script came to. */
    record Outcome(int code, String out, String err) {}

    /**
     * A machine with the target's processor.
     *
     * @param programs where {@link #program} puts programs
     * @param folder where the scripts are
     */
    Scripts(Path programs, Path folder) throws IOException {
        this.programs = programs;
        this.folder = folder;
        machine("aarch64");
        set("PATH", programs + ":/usr/bin:/bin");
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** Lets {@code uname -m} say {@code processor}. */
    void machine(String processor) throws IOException {
        program("uname", "#!/bin/sh\ncase $1 in -m) echo %s ;; *) echo Linux ;; esac\n".formatted(processor));
    }

    void program(String name, String script) throws IOException {
        Files.createDirectories(programs);
        Path path = Files.writeString(programs.resolve(name), script);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    Outcome run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(folder.resolve(script).toString()));
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile(programs, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().keySet().retainAll(List.of("HOME"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), out, Files.readString(err));
    }
}

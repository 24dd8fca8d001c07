package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.archirender.template.Scripts.Outcome;
import org.archirender.tree.FileTree;

/**
 * A feedstock with what the shipped providers render for it, on a machine whose docker behaves like conda-forge's
 * images: the entrypoint goes home and drops to another user, and only what is named gets in. The programs in the
 * container write down what they are called with, and whether they see the token.
 */
final class Machine {
    private static final String DOCKER = """
            #!/bin/bash
            # Paths of the container become those of the mounts; all else is as in the real one.
            set -eu
            here=$(dirname "$0")/..
            if [ "$1" = info ]; then
              [ -z "${NO_DAEMON:-}" ] || { echo "cannot connect to the daemon" >&2; exit 1; }
              echo "${ROOTLESS:-}"
              exit 0
            fi
            printf '<%s>\\n' "$@" >>"$here/docker"
            [ "$1" = run ] && shift
            machine=$("$here/bin/uname" -m)
            inside=()
            mounts=()
            while :; do
              case $1 in
                --rm | -t | -i) shift ;;
                --platform)
                  case $2 in
                    linux/arm64) machine=aarch64 ;;
                    linux/amd64) machine=x86_64 ;;
                    *) machine=${2#linux/} ;;
                  esac
                  shift 2
                  ;;
                -v)
                  IFS=: read -r from to options <<<"$2"
                  [ -d "$from" ] || { echo "no such folder: $from" >&2; exit 125; }
                  mounts+=("$from=$to=$options")
                  shift 2
                  ;;
                -e)
                  name=${2%%=*}
                  case $2 in
                    *=*) inside+=("$2") ;;
                    *) [ -z "${!name+set}" ] || inside+=("$name=${!name}") ;;
                  esac
                  shift 2
                  ;;
                -*)
                  echo "unknown option: $1" >&2
                  exit 125
                  ;;
                *) break ;;
              esac
            done
            echo "$1" >>"$here/images"
            shift
            words=()
            for word in "$@"; do
              for mount in "${mounts[@]}"; do
                IFS='=' read -r from to options <<<"$mount"
                word=${word/#$to/$from}
                if [ "$to" = /home/conda/build_artifacts ]; then
                  inside+=("ARTIFACTS=$from")
                fi
              done
              words+=("$word")
            done
            cd "$here/home"
            exec env -i "PATH=$here/container:/usr/bin:/bin" "HOME=$here/home" "CALLS=$here/calls" "MACHINE=$machine" \\
              "${inside[@]}" "${words[@]}"
            """;

    private static final String RECORD = """
            #!/bin/bash
            printf '%s%s' "${BINSTAR_TOKEN:+[token] }" "${0##*/}" >>"$CALLS"
            printf ' %s' "$@" >>"$CALLS"
            echo >>"$CALLS"
            """;

    private static final String BUILD = RECORD + """
            [ "${1:-}" != --help ] || { echo "${KNOWS:---suppress-variables --extra-meta --package-format}"; exit 0; }
            echo "CONDA_SUBDIR=${CONDA_SUBDIR:-} CONDA_CHANNEL_PRIORITY=${CONDA_CHANNEL_PRIORITY:-} CONDA_SOLVER=${CONDA_SOLVER:-}" >>"$CALLS"
            [ "$(id -u)" != 9001 ] || { echo "cannot write to $ARTIFACTS" >&2; exit 1; }
            ! [ -e "$HOME/fails" ] || exit 5
            mkdir -p "$ARTIFACTS/linux-aarch64" "$ARTIFACTS/noarch"
            touch "$ARTIFACTS/linux-aarch64/zlib-1-0.conda" "$ARTIFACTS/noarch/zlib-data-1-0.tar.bz2"
            """;

    final Path feedstock;
    final Scripts scripts;
    private final Path folder;

    /** A machine below {@code folder} with the feedstock of {@code tree}. */
    Machine(Path folder, FileTree tree) throws IOException {
        this.folder = folder;
        this.feedstock = folder.resolve("some feedstock");
        ShippedTemplatesTest.write(tree, feedstock);
        Files.createDirectories(feedstock.resolve("recipe"));
        // The container's programs are in a folder of this machine, not in its /usr/bin.
        Path steps = feedstock.resolve(".scripts/build_steps.sh");
        Files.writeString(steps, Files.readString(steps).replace("/usr/bin/sudo", "sudo"));
        scripts = new Scripts(folder.resolve("bin"), feedstock);
        scripts.program("docker", DOCKER);
        Files.createDirectories(folder.resolve("home"));
        inside("uname", "#!/bin/sh\necho \"$MACHINE\"\n");
        inside("id", "#!/bin/sh\necho \"${HOST_USER_ID:-9001}\"\n");
        inside("conda-build", BUILD);
        inside("rattler-build", BUILD);
        inside("anaconda", RECORD);
        inside("sudo", RECORD);
        inside("conda", RECORD + """
                case "$*" in
                  "config --describe"*) echo "channel_priority: strict" ;;
                  *"install"*rattler-build) mv "$(dirname "$0")/rattler-build.not" "$(dirname "$0")/rattler-build" ;;
                esac
                """);
    }

    /** A program in the container. */
    void inside(String name, String script) throws IOException {
        Path path = folder.resolve("container").resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, script);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    void variant(String name, String text) throws IOException {
        write(".ci_support/" + name + ".yaml", text);
        scripts.set("CONFIG", name);
    }

    void write(String path, String text) throws IOException {
        Path file = feedstock.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** From now on the build of a recipe ends in exit code 5. */
    void failing() throws IOException {
        Files.writeString(folder.resolve("home/fails"), "");
    }

    Outcome run(String... command) throws IOException, InterruptedException {
        return scripts.run(
                command[0], List.of(command).subList(1, command.length).toArray(String[]::new));
    }

    /** What the container's programs were called with, a line each, paths shortened. */
    String calls() throws IOException {
        return shortened(read("calls"));
    }

    /** The words of all docker commands, a line each. */
    List<String> docker() throws IOException {
        return shortened(read("docker")).lines().toList();
    }

    private String read(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private String shortened(String text) {
        return text.replace(feedstock.toString(), "FEEDSTOCK").replace(folder.toString(), "MACHINE");
    }
}

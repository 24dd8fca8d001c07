package org.archirender.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.problem.InputException;
import org.junit.jupiter.api.Test;

class PortReaderTest {
    private static final String LEAST = """
            port: 1
            target: linux-aarch64
            branch: aarch64
            upstream-org: conda-forge
            own-org: Archiconda
            channel: archiarm
            """;

    private static Port read(String text) {
        return PortReader.read(text, "overlays/port.yaml");
    }

    @Test
    void theLeastPortHasNeitherProvidersNorRules() {
        Port port = read(LEAST);
        assertThat(port.target()).hasToString("linux-aarch64");
        assertThat(port.ownOrg()).isEqualTo("Archiconda");
        assertThat(port.providers()).isEmpty();
        assertThat(port.rules()).isEmpty();
        assertThat(port.condaForge()).isEmpty();
    }

    @Test
    void editsMayUseThePortsOwnKeysAndItsNames() {
        assertThat(read(LEAST + "binutils: aarch64-conda_cos7-linux-gnu\nnames: {cos: '7'}\n")
                        .names())
                .isEqualTo(Map.of(
                        "target", "linux-aarch64",
                        "channel", "archiarm",
                        "binutils", "aarch64-conda_cos7-linux-gnu",
                        "cos", "7"));
    }

    @Test
    void commitsStartAtMidnightUtc() {
        assertThat(read(LEAST + "commits: {author: A B, email: a@example.org, date: 2019-01-15}\n")
                        .commits())
                .isEqualTo(Optional.of(new Commits("A B", "a@example.org", Instant.parse("2019-01-15T00:00:00Z"))));
    }

    @Test
    void rulesKeepTheirOrder() {
        Port port = read(LEAST + """
                rules:
                  - unset-key: build/noarch
                    when: {has: build/noarch}
                    why: the first conda knows one subdir
                  - delete-file: bld.bat
                    when: {file: bld.bat}
                    why: nobody needs it here
                """);
        assertThat(port.rules())
                .extracting(rule -> rule.edit().title())
                .isEqualTo(List.of("unset-key build/noarch", "delete-file bld.bat"));
    }

    @Test
    void anUnknownKeyIsNamedWithWhatIsNear() {
        assertThatThrownBy(() -> read(LEAST + "chanel: x\n"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("overlays/port.yaml:7:1: a port has no key 'chanel'; did you mean 'channel'?");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThatThrownBy(() -> read(LEAST.replace("channel: archiarm\n", "") + """
                providers: docker
                names: {cos: [7]}
                commits: {author: A B, email: a@example.org, date: January}
                """))
                .hasMessage("""
                        overlays/port.yaml:1:1: a port has no 'channel'
                          fix: add 'channel': the channel that builds go to; '@channel@' in edits
                        overlays/port.yaml:6:12: 'providers' is no list
                          fix: give a list of texts
                        overlays/port.yaml:7:14: the name 'cos' stands for no text
                          fix: write one word or a quoted text
                        overlays/port.yaml:8:52: 'date' is 'January'
                          fix: give a day of 1970 to 2037, such as '2019-01-15'""");
    }

    @Test
    void whatWouldMeanSomethingElseIsRefusedAtItsPlace() {
        assertThatThrownBy(() -> read(LEAST + """
                        upstream: https://example.org/one-repository
                        remote: https://example.org/one-repository
                        names: {target: x, cos: a}
                        settings: {a: {b: 1, b: 2}}
                        rules:
                          - unset-key: build.noarch
                            when: {has: requirements.build}
                            why: w
                          - select-item: requirements/host
                            item: tk
                            selector: "[unix]"
                            when: {has: requirements/host}
                            why: w
                        """))
                .isInstanceOf(InputException.class)
                .hasMessage("""
                        overlays/port.yaml:7:11: 'upstream' has no {name}: all feedstocks would be one repository
                          fix: write {name} where the package's name stands, as in https://HOST/ORG/{name}-feedstock
                        overlays/port.yaml:8:9: 'remote' has no {name}: all feedstocks would be one repository
                          fix: write {name} where the package's name stands, as in https://HOST/ORG/{name}-feedstock
                        overlays/port.yaml:9:9: the name '@target@' has a meaning of its own
                          fix: choose another name: edits may say @target@, @channel@, @version@ as it is
                        overlays/port.yaml:10:22: 'a' has 'b' twice
                          fix: keep one of them
                        overlays/port.yaml:12:16: 'unset-key' joins keys by a dot: build.noarch
                          fix: write it as 'requirements/host' or 'source[0]/url'
                        overlays/port.yaml:13:17: 'has' joins keys by a dot: requirements.build
                          fix: write it as 'requirements/host' or 'source[0]/url'
                        overlays/port.yaml:15:5: the selector has brackets of its own: [unix]
                          fix: write it without them""");
    }

    @Test
    void aFileWithoutAMappingIsNoPort() {
        assertThatThrownBy(() -> read("")).hasMessage("""
                overlays/port.yaml: a port is a mapping
                  fix: begin with 'port: 1' and 'target: linux-aarch64'""");
    }

    @Test
    void aTargetThatNobodyTriedIsRefused() {
        assertThatThrownBy(() -> read("port: 1\ntarget: osx-arm64\n"))
                .hasMessageContaining("overlays/port.yaml:2:9: 'target' is 'osx-arm64', which nothing is rendered for")
                .hasMessageContaining("give one of 'linux-aarch64', 'linux-64'");
    }
}

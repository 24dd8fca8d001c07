package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workflow of GitHub Actions, run step by step. */
class WorkflowTest {
    private static final String OF_TODAY = "docker: '', installer: '', actions: ''";
    private static final String EMULATED = "mode: emulated, runner: [ubuntu-latest]";

    @TempDir
    Path temp;

    private Machine machine(String build, String settings, String config) throws Exception {
        Machine machine = new Machine(temp, ShippedTemplatesTest.feedstock(build, settings, config));
        machine.variant("linux_aarch64_python3.6", "channel_sources:\n- mine\nchannel_targets:\n- mine main\n");
        machine.scripts.program("sudo", "#!/bin/sh\necho \"sudo $*\" >>\"${0%/bin/sudo}/calls\"\n");
        return machine;
    }

    private WorkflowRun push(String build, String settings, String config) throws Exception {
        return new WorkflowRun(machine(build, settings, config), "push", "aarch64");
    }

    @Test
    void aPushIsBuiltAndUploaded() throws Exception {
        Machine machine = machine("", "docker: {image: archiconda/centos7}, installer: '', actions: ''", "");
        WorkflowRun run = new WorkflowRun(machine, "push", "aarch64");
        assertThat(run.run()).isZero();
        assertThat(run.steps).containsExactly("Check out the feedstock", "Build", "Keep the packages", "Upload");
        assertThat(machine.calls())
                .contains("--extra-meta flow_run_id=github_42"
                        + " remote_url=https://github.com/Archiconda/zlib-feedstock sha=c0ffee\n")
                .contains("\n[token] anaconda upload --skip-existing --user mine --label main")
                .doesNotContain("[token] conda-build");
    }

    @ParameterizedTest
    @CsvSource({"pull_request, aarch64", "workflow_dispatch, my-branch"})
    void aPullRequestAndAnotherBranchAreBuiltAndNotUploaded(String event, String branch) throws Exception {
        Machine machine = machine("", OF_TODAY, "");
        WorkflowRun run = new WorkflowRun(machine, event, branch);
        assertThat(run.run()).isZero();
        assertThat(run.steps).containsExactly("Check out the feedstock", "Build", "Keep the packages");
        assertThat(machine.calls()).doesNotContain("token", "anaconda");
    }

    @Test
    void aFailedBuildUploadsNothingAndKeepsItsWorkFolder() throws Exception {
        Machine machine = machine("", OF_TODAY, "");
        machine.failing();
        machine.write("build_artifacts/zlib_1/work/config.log", "why it failed\n");
        WorkflowRun run = new WorkflowRun(machine, "push", "aarch64");
        assertThat(run.run()).isEqualTo(5);
        assertThat(run.steps)
                .containsExactly(
                        "Check out the feedstock", "Build", "Pack logs and work folders", "Keep logs and work folders");
        assertThat(temp.resolve("runner/failed-linux_aarch64_python3.6.tar.gz")).isNotEmptyFile();
        assertThat(machine.calls()).doesNotContain("anaconda");
    }

    /** A recipe's configuration may name the image of its build: that is not to get the token. */
    @Test
    void theTokenIsNotGivenToAnImageThatOnlyTheVariantNames() throws Exception {
        Machine machine = machine("", OF_TODAY, "");
        assertThat(new WorkflowRun(machine, "push", "aarch64").run()).isEqualTo(1);
        assertThat(machine.calls()).contains("conda-build").doesNotContain("token", "anaconda");
        machine.scripts.set("BINSTAR_TOKEN", "hidden");
        machine.scripts.set("DOCKER_IMAGE", "quay.io/condaforge/linux-anvil-aarch64:alma9");
        assertThat(machine.run(".scripts/run_docker_build.sh", "--upload").code())
                .isZero();
        machine.scripts.set("DOCKER_IMAGE", "quay.io/condaforge.evil/x");
        assertThat(machine.run(".scripts/run_docker_build.sh", "--upload").err())
                .isEqualTo("""
                run_docker_build.sh: the token is not given to quay.io/condaforge.evil/x, which the variant names
                run_docker_build.sh: where you trust it write settings: {docker: {image: quay.io/condaforge.evil/x}} in \
                overlay.yaml or port.yaml, and render
                """);
    }

    @Test
    void onlyTheUploadNamesTheTokenAndTheJobMayOnlyRead() throws Exception {
        WorkflowRun run = push(EMULATED, OF_TODAY, "github_actions: {free_disk_space: true}");
        assertThat(run.workflow().get("permissions")).isEqualTo(Map.of("contents", "read"));
        assertThat(run.workflow().toString().split("secrets\\.", -1)).hasSize(2);
        assertThat(run.written())
                .filteredOn(step -> step.toString().contains("secrets."))
                .extracting(step -> step.get("name"))
                .containsExactly("Upload");
        assertThat(run.job()).containsEntry("timeout-minutes", 360L);
        assertThat(WorkflowRun.mapping(run.job(), "strategy")).containsEntry("fail-fast", false);
        assertThat(run.workflow().get("concurrency"))
                .isEqualTo(Map.of(
                        "group",
                        "${{ github.workflow }}-${{ github.event.pull_request.number || github.sha }}",
                        "cancel-in-progress",
                        "${{ github.event_name == 'pull_request' }}"));
        assertThat(WorkflowRun.mapping(run.workflow(), "on"))
                .containsOnlyKeys("push", "pull_request", "workflow_dispatch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: native   | kept: 1                   | false",
                "mode: emulated | kept: 1                   | true",
                "mode: cross    | kept: 1                   | true",
                "mode: cross    | test: native_and_emulated | true",
                "mode: cross    | test: native              | false"
            })
    void qemuIsRegisteredWhereTheTargetsProgramsRunOnAnother(String build, String config, boolean registered)
            throws Exception {
        Machine machine = machine(build, OF_TODAY, config);
        new WorkflowRun(machine, "pull_request", "aarch64").run();
        assertThat(machine.calls().contains("sudo apt-get install --yes qemu-user-static binfmt-support\n"))
                .isEqualTo(registered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kept: 1                                                            | false | false",
                "github_actions: {free_disk_space: false}                           | false | false",
                "github_actions: {free_disk_space: true}                            | true  | false",
                "github_actions: {free_disk_space: [apt, cache]}                    | true  | false",
                "github_actions: {free_disk_space: [apt, cache, docker]}            | true  | true",
                "workflow_settings: {free_disk_space: max}                          | true  | true",
                "workflow_settings: {free_disk_space: [{value: quick}]}             | true  | false",
                "workflow_settings: {free_disk_space: [{value: max, os: win}]}      | false | false",
                "workflow_settings: {free_disk_space: [{value: max, os: linux}]}    | true  | true",
                "workflow_settings: {free_disk_space: [{value: max, provider: azure}]} | false | false"
            })
    void theDiskIsClearedWhereTheFeedstockSaysSo(String config, boolean cleared, boolean images) throws Exception {
        String steps = push("", OF_TODAY, config).written().toString();
        assertThat(steps.contains("sudo rm -rf /opt/ghc")).isEqualTo(cleared);
        assertThat(steps.contains("docker image prune --all --force")).isEqualTo(images);
    }

    @Test
    void limitsOfTheFeedstockAndThePortCount() throws Exception {
        WorkflowRun run = push(
                "",
                OF_TODAY,
                "github_actions: {timeout_minutes: 720, max_parallel: 3, cancel_in_progress: false,"
                        + " artifact_retention_days: 7, upload_packages: false, store_build_artifacts: false}");
        assertThat(run.job()).containsEntry("timeout-minutes", 720L);
        assertThat(WorkflowRun.mapping(run.job(), "strategy")).containsEntry("max-parallel", 3L);
        assertThat(WorkflowRun.mapping(run.workflow(), "concurrency")).containsEntry("cancel-in-progress", false);
        assertThat(run.rows().toString()).contains("UPLOAD_PACKAGES=False");
        assertThat(run.written().toString()).contains("retention-days=7").doesNotContain("Keep the packages");
        assertThat(push("", "actions: {timeout_minutes: 30}", "github_actions: {timeout_minutes: 720}")
                        .job())
                .containsEntry("timeout-minutes", 30L);
    }

    @Test
    void aRunnerIsOneLabelOrSeveralOrWhatTheVariantSays() throws Exception {
        assertThat(push("", "actions: {runner: ubuntu-24.04-riscv}", "").rows().toString())
                .contains("runs_on=[ubuntu-24.04-riscv]");
        assertThat(push("", "actions: {runner: [self-hosted, linux, riscv64]}", "")
                        .rows()
                        .toString())
                .contains("runs_on=[self-hosted, linux, riscv64]");
        assertThat(push("mode: cross, runner: [ubuntu-latest]", "actions: {runner: my-arm}", "")
                        .rows()
                        .toString())
                .contains("runs_on=[ubuntu-latest]");
        assertThat(push(EMULATED, OF_TODAY, "").rows().toString()).contains("runs_on=[ubuntu-latest]");
        Map<String, Object> model = ExampleModel.feedstock();
        model.put("settings", Map.of());
        model.put(
                "variants",
                List.of(
                        variant("a", "self-hosted@big", "gpu-1"),
                        variant("b", "hosted"),
                        variant("c", "namespace-profile")));
        String text = ShippedTemplatesTest.TEMPLATES
                .render(List.of("github-actions"), TemplateScope.FEEDSTOCK, model)
                .get(".github/workflows/conda-build.yml")
                .orElseThrow()
                .text()
                .orElseThrow();
        assertThat(text.replaceAll("\\s+", " "))
                .contains("docker_run_args: \" --gpus all\" runs_on: - \"big\" - \"gpu-1\" - \"self-hosted\" - CONFIG");
        assertThat(text).contains("- \"ubuntu-24.04-arm\"\n", "- \"namespace-profile\"\n");
    }

    private static Map<String, Object> variant(String name, String... labels) {
        return ShippedTemplatesTest.variant(name, Map.of("github_actions_labels", List.of(labels)));
    }
}

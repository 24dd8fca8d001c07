package org.archirender.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.forge.BuildMode;
import org.archirender.forge.ForgeConfig;
import org.archirender.forge.PlainValues;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.Settings;
import org.archirender.variant.BuildMatrix;
import org.archirender.variant.VariantFile;
import org.archirender.yaml.YamlNode.Mapping;

/** What templates see, as docs/templates.md lists it. */
final class TemplateModel {
    private TemplateModel() {}

    /** For what belongs to the port. */
    static Map<String, Object> of(Port port) {
        Platform platform = port.target();
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("subdir", platform.subdir());
        target.put("key", platform.key());
        target.put("os", platform.os());
        target.put("arch", platform.arch());
        target.put("machine", platform.machine());
        target.put("docker", platform.docker());
        target.put("qemu", platform.qemu());
        Map<String, Object> ofPort = new LinkedHashMap<>();
        ofPort.put("branch", port.branch());
        ofPort.put("upstreamOrg", port.upstreamOrg());
        ofPort.put("ownOrg", port.ownOrg());
        ofPort.put("channel", port.channel());
        ofPort.put("binutils", Optional.ofNullable(port.names().get("binutils")).orElse(""));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("target", target);
        model.put("port", ofPort);
        model.put("settings", PlainValues.of(Settings.merged(port.settings(), Optional.empty())));
        return model;
    }

    /**
     * For one feedstock.
     *
     * @param forge the rendered conda-forge.yml
     */
    static Map<String, Object> of(
            Port port, Overlay overlay, List<String> providers, BuildMatrix matrix, ForgeConfig forge) {
        Map<String, Object> feedstock = new LinkedHashMap<>();
        feedstock.put("name", overlay.name());
        feedstock.put("version", overlay.base().flatMap(Overlay.Base::version).orElse(""));
        feedstock.put("repo", overlay.base().map(Overlay.Base::repo).orElse(""));
        feedstock.put("commit", overlay.base().flatMap(Overlay.Base::commit).orElse(""));
        feedstock.put("written", overlay.base().map(Overlay.Base::written).orElse(false));
        Map<String, Object> model = of(port);
        model.put("settings", PlainValues.of(settings(port, overlay, forge)));
        model.put("feedstock", feedstock);
        model.put("providers", providers);
        model.put(
                "variants", matrix.files().stream().map(TemplateModel::variant).toList());
        model.put("absence", matrix.absence().orElse(""));
        model.put("build", BuildModel.of(forge, port.target()));
        model.put("config", forge.values());
        return model;
    }

    /** What counts of the settings for the builds of a feedstock. */
    static Mapping settings(Port port, Overlay overlay, ForgeConfig forge) {
        boolean cross = forge.mode(port.target().key()) == BuildMode.CROSS;
        return Settings.merged(cross ? Settings.ofCrossBuild(port.settings()) : port.settings(), overlay.settings());
    }

    private static Map<String, Object> variant(VariantFile file) {
        Map<String, Object> variant = new LinkedHashMap<>();
        variant.put("name", file.name());
        variant.put("file", file.path());
        Map<String, Object> values = new LinkedHashMap<>();
        file.values()
                .forEach((key, all) ->
                        values.put(key, all.stream().map(VariantValue::text).toList()));
        variant.put("values", values);
        return variant;
    }
}

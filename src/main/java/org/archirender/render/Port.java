package org.archirender.render;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.archirender.conda.Platform;
import org.archirender.overlay.Rule;
import org.archirender.tree.PathGlob;
import org.archirender.yaml.YamlNode;

/**
 * What all feedstocks of a port share: overlays/port.yaml.
 *
 * @param target what is rendered for
 * @param branch the branch of each feedstock that holds the rendering
 * @param upstreamOrg the organisation whose feedstocks are ported
 * @param ownOrg the organisation or person that holds the ported feedstocks
 * @param channel the channel that builds are uploaded to
 * @param providers the CI provider folders for every feedstock whose overlay names none, as they stand in the file
 * @param upstream the address template of the feedstocks that are ported, where they are not on GitHub
 * @param remote the address template of a feedstock's own git repository
 * @param upstreamGreen whether a feedstock is published only when its upstream commit has passed its own CI
 * @param commits who commits renderings, and when
 * @param condaForge merged by key path into every feedstock's conda-forge.yml, before the overlay's own
 * @param rules edits with a condition, tried on every feedstock before its overlay
 * @param names what edits may use between at-signs, with what they stand for: target, channel, and the port's own
 * @param keepKeys variant keys that are in every variant file, used or not, as they stand in the file
 * @param keepFiles files of upstream's that stay on a feedstock's branch though conda-smithy generates such ones
 * @param settings data for templates, as in {@code settings.installer.version}
 */
public record Port(
        Platform target,
        String branch,
        String upstreamOrg,
        String ownOrg,
        String channel,
        List<YamlNode.Scalar> providers,
        Optional<String> upstream,
        Optional<String> remote,
        boolean upstreamGreen,
        Optional<Commits> commits,
        Optional<YamlNode.Mapping> condaForge,
        List<Rule> rules,
        SortedMap<String, String> names,
        List<YamlNode.Scalar> keepKeys,
        List<PathGlob> keepFiles,
        Optional<YamlNode.Mapping> settings) {
    public Port {
        providers = List.copyOf(providers);
        rules = List.copyOf(rules);
        keepKeys = List.copyOf(keepKeys);
        keepFiles = List.copyOf(keepFiles);
    }
}

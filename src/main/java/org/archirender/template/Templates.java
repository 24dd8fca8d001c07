package org.archirender.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;

/** The workspace's templates/ folder, read and parsed once. Immutable, and may render on several threads. */
public final class Templates {
    private final SortedMap<String, Provider> providers;

    private Templates(SortedMap<String, Provider> providers) {
        this.providers = providers;
    }

    /**
     * The providers below {@code files}.
     *
     * @param files templates/ of the workspace, with paths below it: PROVIDER/provider.yaml, PROVIDER/PATH.ftl
     * @throws InputException with all that is wrong in any of them
     */
    public static Templates of(FileTree files) {
        return new Templates(new ProviderFolders(files).read());
    }

    /** The names of all providers, sorted. */
    public List<String> names() {
        return List.copyOf(providers.keySet());
    }

    /**
     * The files of {@code chosen} providers for {@code scope}.
     *
     * @param chosen names in any order, duplicates included
     * @param model a value for every variable of {@link Variables#ALL} that the scope has, but for {@code generated}:
     *     texts, numbers, booleans, lists and maps in a fixed order
     * @throws InputException with all that is wrong: a provider that does not exist, two providers with the same path, a
     *     condition or a template that can't be rendered
     */
    public FileTree render(Collection<String> chosen, TemplateScope scope, Map<String, Object> model) {
        List<Problem> problems = new ArrayList<>();
        TemplateRendering rendering = new TemplateRendering(scope, PlainModel.checked(model, scope), problems);
        for (String name : new LinkedHashSet<>(chosen)) {
            Optional<Provider> provider = Optional.ofNullable(providers.get(name));
            if (provider.isPresent()) {
                requireOthers(provider.get(), chosen, problems);
                rendering.choose(provider.get());
            } else {
                problems.add(unknown(name));
            }
        }
        if (problems.isEmpty()) {
            FileTree tree = rendering.files();
            if (problems.isEmpty()) {
                return tree;
            }
        }
        throw new InputException(problems);
    }

    private Problem unknown(String name) {
        Location place = Location.of(ProviderFolders.FOLDER + name);
        String message = "there is no provider '" + name + "'";
        if (providers.isEmpty()) {
            return new Problem(
                    place,
                    message + "; " + ProviderFolders.FOLDER + " has none",
                    "make the folder, see docs/templates.md, or take it out of 'providers' in overlays/port.yaml"
                            + " or the overlay");
        }
        String question = NearMiss.question(NearMiss.of(name, names()));
        return new Problem(
                place,
                message + (question.isEmpty() ? "" : "; " + question),
                "choose one of " + String.join(", ", names())
                        + " under 'providers' in overlays/port.yaml or the overlay");
    }

    private static void requireOthers(Provider provider, Collection<String> chosen, List<Problem> problems) {
        for (String required : provider.requires()) {
            if (!chosen.contains(required)) {
                problems.add(new Problem(
                        Location.of(ProviderFolders.FOLDER + provider.name() + "/provider.yaml"),
                        "provider '" + provider.name() + "' needs '" + required + "', which is not chosen",
                        "add '" + required + "' where '" + provider.name() + "' is chosen, under 'providers'"));
            }
        }
    }
}

package org.archirender.recipe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archirender.recipe.PathResult.Hit;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Missing;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipePath.Step;
import org.archirender.text.NearMiss;
import org.archirender.text.Quotes;

/** Finds a path in a recipe. */
final class PathSearch {
    private final RecipeText recipe;
    private final RecipePath path;

    PathSearch(RecipeText recipe, RecipePath path) {
        this.recipe = recipe;
        this.path = path;
    }

    PathResult find() {
        Container container = new Container(Optional.empty(), recipe.root());
        PathResult found = step(0, container);
        for (int i = 1; i < path.steps().size() && found instanceof Hit hit; i++) {
            found = step(i, Container.of(hit.member()));
        }
        return found;
    }

    /** What the step at {@code index} finds, in {@code at} or in the one member of the list that is there. */
    private PathResult step(int index, Container at) {
        String above = path.upTo(index);
        Container container = at;
        if (at.node() instanceof Sequence) {
            List<RecipeItem> members = RecipeItem.of(recipe, at.owner().orElseThrow());
            if (members.isEmpty()) {
                return miss(Optional.empty(), index, above + " has no members", at, above);
            } else if (members.size() > 1) {
                return several(members.stream().map(RecipeItem::member).toList(), above);
            }
            container = Container.of(members.get(0).member());
        }
        if (!(container.node() instanceof Mapping) && !(container.node() instanceof Missing)) {
            return miss(Optional.empty(), index, above + " is no mapping", container, above);
        }
        return member(index, container);
    }

    /** The member of {@code container} that the step at {@code index} names. */
    private PathResult member(int index, Container container) {
        Step step = path.steps().get(index);
        List<Hit> found = container.node().entries(step.key()).stream()
                .map(entry -> new Hit(entry, container))
                .toList();
        if (found.isEmpty()) {
            return miss(
                    Optional.of(container), index, "there is no " + path.upTo(index + 1), container, path.upTo(index));
        }
        for (String bracket : step.brackets()) {
            List<Hit> picked = pick(found, bracket, step.key().equals("tests"));
            if (picked.isEmpty()) {
                String key = (index == 0 ? "" : path.upTo(index) + "/") + step.key();
                Container inner = Container.of(found.get(0).member());
                boolean values = found.stream().allMatch(hit -> hit.member().value() instanceof Scalar);
                return miss(
                        Optional.of(container).filter(mapping -> values),
                        index,
                        "%s has no [%s]".formatted(key, bracket),
                        inner,
                        key);
            }
            found = picked;
        }
        return found.size() > 1
                ? several(found.stream().map(Hit::member).toList(), path.upTo(index + 1))
                : found.get(0);
    }

    private List<Hit> pick(List<Hit> candidates, String bracket, boolean isOfTests) {
        List<Hit> picked = new ArrayList<>();
        for (Hit candidate : candidates) {
            if (candidate.member().value() instanceof Sequence) {
                List<RecipeItem> items = RecipeItem.of(recipe, candidate.member());
                for (int i = 0; i < items.size(); i++) {
                    RecipeNode item = items.get(i).member().value();
                    // A test of a recipe.yaml has no name but its kind: tests[python].
                    boolean kind = isOfTests && !item.entries(bracket).isEmpty();
                    if (kind || isMember(item, i, bracket)) {
                        picked.add(new Hit(items.get(i).member(), items.get(i).container()));
                    }
                }
            } else if (candidate.member() instanceof Entry
                    && isMember(candidate.member().value(), 0, bracket)) {
                picked.add(candidate);
            }
        }
        if (picked.isEmpty()) {
            candidates.stream()
                    .filter(candidate -> RecipeItem.isUnder(recipe, candidate.member(), bracket))
                    .forEach(picked::add);
        }
        return picked;
    }

    private boolean isMember(RecipeNode node, int index, String bracket) {
        if (!(node instanceof Mapping)) {
            return false;
        }
        int equals = bracket.indexOf('=');
        boolean comparison = equals > 0 && bracket.indexOf("==") == equals;
        if (equals > 0 && !comparison) {
            return has(
                    node,
                    bracket.substring(0, equals).strip(),
                    bracket.substring(equals + 1).strip());
        }
        return bracket.equals(Integer.toString(index))
                || has(node, "name", bracket)
                // An output of a recipe.yaml has its name below package or staging.
                || Stream.of("package", "staging")
                        .flatMap(key -> node.entries(key).stream())
                        .anyMatch(entry -> has(entry.value(), "name", bracket));
    }

    private boolean has(RecipeNode mapping, String key, String value) {
        return mapping.entries(key).stream()
                .map(entry -> Quotes.without(recipe.text(entry.value().span())))
                .anyMatch(text -> ItemName.canonical(text).equals(ItemName.canonical(value))
                        || ItemName.withoutExpressions(text).equals(value));
    }

    private PathResult miss(Optional<Container> container, int step, String message, Container at, String name) {
        List<Step> missing = path.steps().subList(step, path.steps().size());
        Set<String> paths = new LinkedHashSet<>();
        addPaths("", recipe.root(), paths);
        List<NearMiss> near = NearMiss.of(path.toString(), paths);
        return new PathResult.Miss(container, missing, message + "; " + describe(at, name), near);
    }

    private String describe(Container container, String path) {
        String where = container
                .owner()
                .map(owner -> " (line " + (owner.firstLine() + 1) + ")")
                .orElse("");
        String name = path + where;
        List<Entry> entries = container.node().entries();
        if (!entries.isEmpty()) {
            return name + " has " + entries.stream().map(Entry::key).distinct().collect(Collectors.joining(", "));
        } else if (container.node() instanceof Sequence) {
            return name + " is a list of " + container.members().size();
        }
        String text = recipe.text(container.node().span()).strip();
        return name
                + (text.isEmpty()
                        ? " is empty"
                        : " is " + text.lines().findFirst().orElse(""));
    }

    private PathResult several(List<Member> members, String at) {
        String lines = members.stream()
                .limit(10)
                .map(member -> "\n  %d: %s"
                        .formatted(
                                member.firstLine() + 1,
                                recipe.line(member.firstLine()).strip()))
                .collect(Collectors.joining());
        return new PathResult.Several("%s is there %d times:%s".formatted(at, members.size(), lines));
    }

    /** Adds all paths that are below {@code prefix}, as a user would write them. */
    private void addPaths(String prefix, RecipeNode node, Set<String> paths) {
        for (Entry entry : node.entries()) {
            String path = prefix + entry.key();
            paths.add(path);
            addPaths(path + "/", entry.value(), paths);
            if (entry.value() instanceof Sequence sequence) {
                for (int i = 0; i < sequence.items().size(); i++) {
                    RecipeNode item = sequence.items().get(i).value();
                    String which = item.entries("name").stream()
                            .findFirst()
                            .map(name -> Quotes.without(recipe.text(name.value().span())))
                            .orElse(Integer.toString(i));
                    addPaths(path + "[" + which + "]/", item, paths);
                }
            }
        }
    }
}

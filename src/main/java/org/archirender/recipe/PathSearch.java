package org.archirender.recipe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Missing;
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

    private record Candidate(Member member, Container container) {}

    PathResult find() {
        Container container = new Container(Optional.empty(), recipe.root());
        PathResult found = step(0, container);
        for (int i = 1; i < path.steps().size() && found instanceof PathResult.Hit hit; i++) {
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
        List<Candidate> found = new ArrayList<>();
        for (Member member : container.members()) {
            if (member instanceof Entry entry && entry.key().equals(step.key())) {
                found.add(new Candidate(member, container));
            }
        }
        if (found.isEmpty()) {
            return miss(
                    Optional.of(container), index, "there is no " + path.upTo(index + 1), container, path.upTo(index));
        }
        for (String bracket : step.brackets()) {
            List<Candidate> picked = pick(found, bracket);
            if (picked.isEmpty()) {
                String key = (index == 0 ? "" : path.upTo(index) + "/") + step.key();
                Container inner = Container.of(found.get(0).member());
                return miss(Optional.empty(), index, "%s has no [%s]".formatted(key, bracket), inner, key);
            }
            found = picked;
        }
        return found.size() > 1
                ? several(found.stream().map(Candidate::member).toList(), path.upTo(index + 1))
                : new PathResult.Hit(found.get(0).member(), found.get(0).container());
    }

    private List<Candidate> pick(List<Candidate> candidates, String bracket) {
        List<Candidate> picked = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.member().value() instanceof Sequence) {
                List<RecipeItem> items = RecipeItem.of(recipe, candidate.member());
                for (int i = 0; i < items.size(); i++) {
                    if (isMember(items.get(i).member().value(), i, bracket)) {
                        picked.add(new Candidate(
                                items.get(i).member(), items.get(i).container()));
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
        if (!(node instanceof Mapping mapping)) {
            return false;
        }
        int equals = bracket.indexOf('=');
        boolean comparison = equals > 0 && bracket.indexOf("==") == equals;
        if (equals > 0 && !comparison) {
            return has(
                    mapping,
                    bracket.substring(0, equals).strip(),
                    bracket.substring(equals + 1).strip());
        }
        return bracket.equals(Integer.toString(index))
                || has(mapping, "name", bracket)
                || packageName(mapping, bracket);
    }

    /** An output of a recipe.yaml has its name below {@code package}. */
    private boolean packageName(Mapping mapping, String name) {
        return mapping.entries("package").stream()
                .anyMatch(entry -> entry.value() instanceof Mapping inner && has(inner, "name", name));
    }

    private boolean has(Mapping mapping, String key, String value) {
        return mapping.entries(key).stream()
                .map(entry -> Quotes.without(recipe.text(entry.value().span())))
                .anyMatch(text -> ItemIdentity.canonical(text).equals(ItemIdentity.canonical(value))
                        || ItemIdentity.withoutExpressions(text).equals(value));
    }

    private PathResult miss(Optional<Container> container, int step, String message, Container at, String name) {
        List<Step> missing = path.steps().subList(step, path.steps().size());
        List<NearMiss> near = NearMiss.of(path.toString(), paths());
        return new PathResult.Miss(container, missing, message + "; " + describe(at, name), near);
    }

    private String describe(Container container, String path) {
        String where = container
                .owner()
                .map(owner -> " (line " + (owner.firstLine() + 1) + ")")
                .orElse("");
        String name = path + where;
        if (container.node() instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            return name + " has "
                    + mapping.entries().stream().map(Entry::key).distinct().collect(Collectors.joining(", "));
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
        return new PathResult.Several(members, "%s is there %d times:%s".formatted(at, members.size(), lines));
    }

    /** All paths that the recipe has, as a user would write them. */
    private Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        addPaths("", recipe.root(), paths);
        return paths;
    }

    private void addPaths(String prefix, Mapping mapping, Set<String> paths) {
        for (Entry entry : mapping.entries()) {
            String path = prefix + entry.key();
            paths.add(path);
            if (entry.value() instanceof Mapping inner) {
                addPaths(path + "/", inner, paths);
            } else if (entry.value() instanceof Sequence sequence) {
                int i = 0;
                for (Item item : sequence.items()) {
                    if (item.value() instanceof Mapping inner) {
                        addPaths(path + "[" + name(inner).orElse(Integer.toString(i)) + "]/", inner, paths);
                    }
                    i++;
                }
            }
        }
    }

    private Optional<String> name(Mapping mapping) {
        return mapping.entries("name").stream()
                .findFirst()
                .map(entry -> Quotes.without(recipe.text(entry.value().span())));
    }
}

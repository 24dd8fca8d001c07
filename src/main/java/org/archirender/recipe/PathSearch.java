package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.archirender.recipe.PathResult.Home;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Missing;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipePath.Step;
import org.archirender.text.NearMiss;

/** Finds a path in a recipe. */
final class PathSearch {
    private final RecipeText recipe;
    private final RecipePath path;

    PathSearch(RecipeText recipe, RecipePath path) {
        this.recipe = recipe;
        this.path = path;
    }

    private record Candidate(Member member, Home home) {}

    PathResult find() {
        Home home = new Home(Optional.empty(), recipe.root());
        PathResult found = step(0, home);
        for (int i = 1; i < path.steps().size() && found instanceof PathResult.Hit hit; i++) {
            found = step(i, Home.of(hit.member()));
        }
        return found;
    }

    /** What the step at {@code index} finds, in {@code at} or in the one member of the list that is there. */
    private PathResult step(int index, Home at) {
        String above = path.upTo(index);
        Home home = at;
        if (at.node() instanceof Sequence) {
            List<RecipeItem> members = RecipeItem.of(recipe, at.owner().orElseThrow());
            if (members.isEmpty()) {
                return miss(Optional.empty(), index, above + " has no members", at, above);
            } else if (members.size() > 1) {
                return several(members.stream().map(RecipeItem::member).toList(), above);
            }
            home = Home.of(members.get(0).member());
        }
        if (!(home.node() instanceof Mapping) && !(home.node() instanceof Missing)) {
            return miss(Optional.empty(), index, above + " is no mapping", home, above);
        }
        return member(index, home);
    }

    /** The member of {@code home} that the step at {@code index} names. */
    private PathResult member(int index, Home home) {
        Step step = path.steps().get(index);
        List<Candidate> found = new ArrayList<>();
        for (Member member : home.members()) {
            if (member instanceof Entry entry && entry.key().equals(step.key())) {
                found.add(new Candidate(member, home));
            }
        }
        if (found.isEmpty()) {
            return miss(Optional.of(home), index, "there is no " + path.upTo(index + 1), home, path.upTo(index));
        }
        for (String bracket : step.brackets()) {
            List<Candidate> picked = pick(found, bracket);
            if (picked.isEmpty()) {
                String key = (index == 0 ? "" : path.upTo(index) + "/") + step.key();
                Home inner = Home.of(found.get(0).member());
                return miss(Optional.empty(), index, "%s has no [%s]".formatted(key, bracket), inner, key);
            }
            found = picked;
        }
        return found.size() > 1
                ? several(found.stream().map(Candidate::member).toList(), path.upTo(index + 1))
                : new PathResult.Hit(found.get(0).member(), found.get(0).home());
    }

    private List<Candidate> pick(List<Candidate> candidates, String bracket) {
        List<Candidate> picked = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.member().value() instanceof Sequence) {
                List<RecipeItem> items = RecipeItem.of(recipe, candidate.member());
                for (int i = 0; i < items.size(); i++) {
                    if (isMember(items.get(i).member().value(), i, bracket)) {
                        picked.add(new Candidate(
                                items.get(i).member(), items.get(i).home()));
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
                .map(entry -> ScalarParser.unquoted(recipe.text(entry.value().span())))
                .anyMatch(text -> ItemIdentity.canonical(text).equals(ItemIdentity.canonical(value))
                        || ItemIdentity.withoutExpressions(text).equals(value));
    }

    private PathResult miss(Optional<Home> home, int step, String message, Home at, String name) {
        List<Step> missing = path.steps().subList(step, path.steps().size());
        List<NearMiss> near = NearMiss.of(path.toString(), RecipePaths.of(recipe));
        return new PathResult.Miss(home, missing, message + "; " + describe(at, name), near);
    }

    private String describe(Home home, String path) {
        String where = home.owner()
                .map(owner -> " (line " + (owner.firstLine() + 1) + ")")
                .orElse("");
        String name = path + where;
        if (home.node() instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            return name + " has "
                    + mapping.entries().stream().map(Entry::key).distinct().collect(Collectors.joining(", "));
        } else if (home.node() instanceof Sequence) {
            return name + " is a list of " + home.members().size();
        }
        String text = recipe.text(home.node().span()).strip();
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
}

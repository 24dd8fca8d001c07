package org.archirender.recipeyaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;

/** The order in which packages are built, by name. In time that grows with their requirements alone. */
public final class BuildOrder {
    /** Names in a message. */
    private static final int SHOWN = 20;

    private final List<RecipePackage> packages;
    private final Set<String> names = new HashSet<>();
    private final Map<String, List<Integer>> placesOfName = new LinkedHashMap<>();
    private final Map<String, List<Integer>> placesThatNeed = new HashMap<>();
    private final int[] missing;
    private final TreeSet<Integer> ready = new TreeSet<>();
    private final TreeSet<Integer> waiting = new TreeSet<>();

    private BuildOrder(List<RecipePackage> packages) {
        this.packages = packages;
        this.missing = new int[packages.size()];
        packages.forEach(each -> names.add(each.name()));
        for (int i = 0; i < packages.size(); i++) {
            RecipePackage each = packages.get(i);
            placesOfName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(i);
            for (String need : each.needs().before()) {
                if (names.contains(need) && !need.equals(each.name())) {
                    placesThatNeed
                            .computeIfAbsent(need, name -> new ArrayList<>())
                            .add(i);
                    missing[i]++;
                }
            }
            waiting.add(i);
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
    }

    /**
     * The names of {@code packages}, which are those that are not skipped: always that of the first one of which everything
     * is built that it needs.
     *
     * @throws InputException where an exact pin is of one that is not there, or they need each other in a circle
     */
    public static List<String> of(List<RecipePackage> packages) {
        BuildOrder order = new BuildOrder(packages);
        List<Problem> problems = packages.stream()
                .flatMap(each -> each.needs().exact().stream())
                .filter(pin -> !order.names.contains(pin.name()))
                .distinct()
                .map(order::missing)
                .toList();
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        List<String> names = new ArrayList<>();
        while (!order.waiting.isEmpty()) {
            names.add(order.next());
        }
        return names;
    }

    private Problem missing(Needs.Pin pin) {
        return new Problem(
                pin.at(),
                "pin_subpackage('" + pin.name() + "', exact=True): the recipe builds no such output here",
                "pin one that is not skipped: "
                        + placesOfName.keySet().stream().limit(SHOWN).collect(Collectors.joining(", ")));
    }

    private String next() {
        if (ready.isEmpty()) {
            throw circle();
        }
        String name = packages.get(ready.first()).name();
        placesOfName.getOrDefault(name, List.of()).forEach(place -> {
            waiting.remove(place);
            ready.remove(place);
        });
        for (int place : placesThatNeed.getOrDefault(name, List.of())) {
            if (--missing[place] == 0 && waiting.contains(place)) {
                ready.add(place);
            }
        }
        return name;
    }

    /** From the first that waits on to one that it needs and that waits, too, until one comes back. */
    private InputException circle() {
        Map<String, RecipePackage> open = new LinkedHashMap<>();
        waiting.forEach(place -> open.putIfAbsent(packages.get(place).name(), packages.get(place)));
        LinkedHashSet<String> way = new LinkedHashSet<>();
        RecipePackage at = packages.get(waiting.first());
        while (way.add(at.name())) {
            String name = at.name();
            at = at.needs().before().stream()
                    .filter(need -> !need.equals(name) && open.containsKey(need))
                    .findFirst()
                    .map(open::get)
                    .orElseThrow();
        }
        String back = at.name();
        String names = way.stream().dropWhile(name -> !name.equals(back)).collect(Collectors.joining(" → "));
        return new InputException(
                at.at(),
                "the outputs need each other: " + names + " → " + back,
                "take one of them from the requirements of the other, or pin it in run_constraints");
    }
}

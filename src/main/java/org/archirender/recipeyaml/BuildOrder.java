package org.archirender.recipeyaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The order in which packages are built, by name. In time that grows with their requirements alone. */
public final class BuildOrder {
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
            for (String need : each.needs()) {
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
     * The names of {@code packages}: always that of the first one of which everything is built that it needs; where they
     * need each other in a circle, that of the first one.
     */
    public static List<String> of(List<RecipePackage> packages) {
        BuildOrder order = new BuildOrder(packages);
        List<String> names = new ArrayList<>();
        while (!order.waiting.isEmpty()) {
            names.add(order.next());
        }
        return names;
    }

    private String next() {
        String name =
                packages.get(ready.isEmpty() ? waiting.first() : ready.first()).name();
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
}

package org.archirender.variant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.archirender.evaluated.RecipeValue.Text;
import org.archirender.evaluated.RenderedRecipe;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.python.value.PyStr;

/** What conda-build refuses of packages, beyond the shape of their recipe. */
final class PackageChecks {
    private static final String BAD_IN_NAME = "=@#$%^&*:;\"'\\|<>?/ !";
    private static final String BAD_IN_VERSION = "=@#$%^&*:;\"'\\|<>?/ -";
    private static final Set<String> OPERATORS = new TreeSet<>(List.of(">", ">=", "=", "==", "!=", "<", "<="));

    private PackageChecks() {}

    /** {@code aPackage}, its name, version, build number and requirements checked (conda-build's {@code dist}). */
    static PackageVariant checked(PackageVariant aPackage) {
        RenderedRecipe recipe = aPackage.recipe();
        String name = recipe.name();
        if (!name.equals(PyStr.lower(name))) {
            throw new InputException(
                    recipe.at("package", "name"), "package name '" + name + "' has upper case letters", "");
        }
        refuseCharacters(recipe.at("package", "name"), "package name", name, BAD_IN_NAME);
        refuseCharacters(recipe.at("package", "version"), "version", recipe.version(), BAD_IN_VERSION);
        if (!recipe.buildNumber().isEmpty() && !recipe.buildNumber().strip().matches("\\+?[0-9_]+")) {
            throw new InputException(
                    recipe.at("build", "number"),
                    "build number '" + recipe.buildNumber() + "' is not a whole number from 0 on",
                    "");
        }
        if (recipe.buildString().isEmpty()) {
            String built = recipe.hasRequirements("host") ? "host" : "build";
            recipe.requirementItems(built).forEach(requirement -> checkRequirement(recipe, built, requirement));
            recipe.requirementItems("run").forEach(requirement -> checkRequirement(recipe, "run", requirement));
        }
        return aPackage;
    }

    private static void refuseCharacters(Location at, String what, String value, String bad) {
        value.chars().filter(c -> bad.indexOf(c) >= 0).findFirst().ifPresent(c -> {
            throw new InputException(at, "%s '%s' has the character '%c'".formatted(what, value, (char) c), "");
        });
    }

    private static void checkRequirement(RenderedRecipe recipe, String section, Text item) {
        String requirement = item.text();
        if (requirement.isBlank()) {
            return;
        }
        String[] words = requirement.strip().split("\\s+", 0);
        if (words.length > 1 && OPERATORS.contains(words[1])) {
            String rest = words.length > 2 ? words[1] + words[2] : words[1] + "VERSION";
            throw new InputException(
                    item.at(),
                    "requirement '%s' in %s has '%s' apart from its version".formatted(requirement, section, words[1]),
                    "write '" + words[0] + " " + rest + "'");
        }
        if (words[0].equals(recipe.name())) {
            throw new InputException(
                    item.at(), "package '" + recipe.name() + "' requires itself in " + section, "remove that line");
        }
    }

    /** {@code packages}, of which none requires another one that requires it (conda-build's toposort). */
    static List<PackageVariant> ordered(List<PackageVariant> packages) {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (PackageVariant aPackage : packages) {
            if (aPackage.isConda()) {
                needs.computeIfAbsent(aPackage.name(), name -> new TreeSet<>()).addAll(required(aPackage));
            }
        }
        needs.forEach((name, required) -> required.remove(name));
        boolean found = true;
        while (found) {
            found = needs.values().removeIf(required -> Collections.disjoint(required, needs.keySet()));
        }
        if (!needs.isEmpty()) {
            throw new InputException(
                    packages.get(0).recipe().at(),
                    "outputs require each other in a circle: " + String.join(", ", needs.keySet()),
                    "remove one of these requirements");
        }
        return packages;
    }

    private static Set<String> required(PackageVariant aPackage) {
        RenderedRecipe recipe = aPackage.recipe();
        List<String> requirements = new ArrayList<>(recipe.requirements("run"));
        requirements.addAll(recipe.requirements("host"));
        if (!recipe.hasRequirements("host")) {
            requirements.addAll(recipe.requirements("build"));
        }
        Set<String> names = new TreeSet<>();
        requirements.forEach(requirement -> names.add(requirement.split(" ", 2)[0]));
        return names;
    }
}

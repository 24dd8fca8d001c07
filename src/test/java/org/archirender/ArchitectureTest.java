package org.archirender;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house's arrows, and what the core may not touch. */
class ArchitectureTest {
    private static final String BASE = "org.archirender.";
    private static final long MOST_FILES = 20;

    /** From the ground up; a room may use rooms on lower floors only. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("problem"),
            List.of("tree", "text", "conda"),
            List.of("python", "yaml"),
            List.of("jinja", "minijinja", "selector"),
            List.of("recipe"),
            List.of("forge"),
            List.of("evaluated", "recipeyaml"),
            List.of("overlay", "variant", "template"),
            List.of("render"),
            List.of("sync"),
            List.of("workspace"),
            List.of("publish"),
            List.of("cli"));

    /** The rooms inside a room, and which of the same room each may use; a room's top package goes by the room's name. */
    private static final Map<String, Set<String>> INSIDE = Map.ofEntries(
            entry("python.value", Set.of()),
            entry("python.library", Set.of("python.value")),
            entry("python.syntax", Set.of("python.value", "python.library")),
            entry("overlay.edit", Set.of()),
            entry("overlay.recipe", Set.of("overlay.edit")),
            entry("overlay.script", Set.of("overlay.edit")),
            entry("overlay.patch", Set.of("overlay.edit")),
            entry("overlay.readback", Set.of("overlay.edit", "overlay.recipe")),
            entry(
                    "overlay",
                    Set.of("overlay.edit", "overlay.recipe", "overlay.script", "overlay.patch", "overlay.readback")),
            entry("overlay.lint", Set.of("overlay", "overlay.edit")),
            entry("variant.config", Set.of()),
            entry("variant.migration", Set.of("variant.config")),
            entry("variant.file", Set.of("variant.config")),
            entry("variant", Set.of("variant.config", "variant.migration", "variant.file")),
            entry("publish.git", Set.of()),
            entry("publish.github", Set.of("publish.git")),
            entry("publish", Set.of("publish.git", "publish.github")),
            entry("cli.console", Set.of()),
            entry("cli.report", Set.of("cli.console")),
            entry("cli.run", Set.of("cli.console", "cli.report")),
            entry("cli", Set.of("cli.console", "cli.report", "cli.run")));

    /** What neighbours may use of a room beside its top package: the words that its face speaks in. */
    private static final Set<String> DOORS = Set.of(
            "python.value", "python.syntax", "python.library", "overlay.edit", "overlay.lint", "overlay.readback");

    private static final String[] CORE = FLOORS.subList(0, 10).stream()
            .flatMap(List::stream)
            .map(room -> BASE + room + "..")
            .toArray(String[]::new);

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.archirender");

    @Test
    void arrowsOnlyPointDown() {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String room : FLOORS.get(floor)) {
                List<String> forbidden = new ArrayList<>();
                FLOORS.subList(floor, FLOORS.size()).stream()
                        .flatMap(List::stream)
                        .filter(other -> !other.equals(room))
                        .forEach(other -> forbidden.add(BASE + other + ".."));
                mayNotUse(BASE + room + "..", forbidden);
            }
        }
    }

    @Test
    void everyPackageIsARoom() {
        Stream<String> inside = INSIDE.keySet().stream();
        Stream<String> rooms = FLOORS.stream().flatMap(List::stream);
        classes()
                .should()
                .resideInAnyPackage(
                        Stream.concat(rooms, inside).map(room -> BASE + room).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void arrowsInsideARoomAreThoseThatAreDrawn() {
        INSIDE.forEach((room, usable) -> mayNotUse(
                BASE + room,
                INSIDE.keySet().stream()
                        .filter(other -> sameRoom(room, other) && !other.equals(room) && !usable.contains(other))
                        .map(other -> BASE + other)
                        .toList()));
    }

    @Test
    void neighboursUseARoomsFaceOnly() {
        for (String inner : INSIDE.keySet()) {
            if (inner.contains(".") && !DOORS.contains(inner)) {
                noClasses()
                        .that(resideOutsideOfPackage(BASE + outer(inner) + ".."))
                        .should()
                        .dependOnClassesThat(resideInAPackage(BASE + inner))
                        .check(CLASSES);
            }
        }
    }

    @Test
    void noPackageHasMoreFilesThanOneCanKeepInMind() {
        Map<String, Long> files = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(files).allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(MOST_FILES));
    }

    private static void mayNotUse(String room, List<String> forbidden) {
        noClasses()
                .that(resideInAPackage(room))
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden.toArray(String[]::new)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static boolean sameRoom(String one, String other) {
        return outer(one).equals(outer(other));
    }

    private static String outer(String room) {
        return room.contains(".") ? room.substring(0, room.indexOf('.')) : room;
    }

    @Test
    void coreTouchesNoDiskNetworkClockOrProcess() {
        noClasses()
                .that(resideInAnyPackage(CORE))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net..", "java.net.http..")
                        .or(nameMatching("java\\.io\\.(File|FileReader|FileWriter|FileInputStream|FileOutputStream"
                                + "|RandomAccessFile|Console)"))
                        .or(nameMatching("java\\.time\\.Clock"))
                        .or(nameMatching("java\\.lang\\.(ProcessBuilder|Process|Runtime)"))
                        .or(nameMatching("java\\.util\\.(Random|UUID)")))
                .check(CLASSES);
    }

    @Test
    void coreAsksNeitherEnvironmentNorClock() {
        noClasses()
                .that(resideInAnyPackage(CORE))
                .should(callMethodWhere(JavaMethodCall.Predicates.target(nameMatching(
                        "getenv|getProperty|nanoTime|currentTimeMillis|now|getDefault|systemDefault|lineSeparator"))))
                .check(CLASSES);
    }

    /** Their iteration order differs from one JVM to the next. */
    @ParameterizedTest
    @ValueSource(strings = {"java.util.Map", "java.util.Set"})
    void coreHasNoCollectionOfRandomOrder(String type) {
        noClasses()
                .that(resideInAnyPackage(CORE))
                .should(callAny(type, Set.of("of", "ofEntries", "copyOf")))
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> callAny(String type, Set<String> methods) {
        return new ArchCondition<>("call " + type + "." + methods) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().getName().equals(type)
                                && methods.contains(call.getTarget().getName()))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(item, call.getDescription())));
            }
        };
    }
}

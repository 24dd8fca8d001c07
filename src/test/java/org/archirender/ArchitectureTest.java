package org.archirender;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house's arrows, and what the core may not touch. */
class ArchitectureTest {
    private static final String BASE = "org.archirender.";

    /** From the ground up; a room may use rooms on lower floors only. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("problem"),
            List.of("tree", "text", "yaml"),
            List.of("python"),
            List.of("jinja"),
            List.of("recipe", "forge"),
            List.of("overlay", "variant", "template"),
            List.of("render"),
            List.of("workspace", "publish", "plan"),
            List.of("cli"));

    private static final String[] CORE = FLOORS.subList(0, 7).stream()
            .flatMap(List::stream)
            .map(room -> BASE + room + "..")
            .toArray(String[]::new);

    private static final JavaClasses CLASSES = new ClassFileImporter()
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
                noClasses()
                        .that(resideInAPackage(BASE + room + ".."))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(forbidden.toArray(String[]::new)))
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        }
    }

    @Test
    void everyPackageIsARoom() {
        classes()
                .should()
                .resideInAnyPackage(FLOORS.stream()
                        .flatMap(List::stream)
                        .map(room -> BASE + room)
                        .toArray(String[]::new))
                .check(CLASSES);
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

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaClass> callAny(String type, Set<String> methods) {
        return new ArchCondition<>("call " + type + "." + methods) {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaClass item, ConditionEvents events) {
                item.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().getName().equals(type)
                                && methods.contains(call.getTarget().getName()))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(item, call.getDescription())));
            }
        };
    }
}

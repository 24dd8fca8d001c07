package org.archirender;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The methods that ask which member of a sealed family they have. Each tells all members apart, or stands in the table with
 * those that are all the same to it; so a new member is named for every method that has not heard of it.
 *
 * <p>A question about one member, of three or more, is none of these: what differs for one stays a method's own business.
 */
class SealedFamiliesTest {
    private static final String ALL_THE_SAME = """
            RecipeValue in evaluated.RenderedRecipe.checkNoarch: Items Nothing Section
            RecipeValue in evaluated.RenderedRecipe.shaped: Flag Nothing Text
            PyValue in jinja.Filters.absolute: PyDict PyList PyNone PyObject PyStr PyTuple
            PyValue in jinja.Filters.urlEncoded: PyBool PyDict PyFloat PyList PyNone PyObject PyTuple
            PyValue in jinja.TemplateExpressions.attribute: PyBool PyFloat PyInt PyList PyNone PyStr PyTuple
            PyValue in jinja.Tests.<clinit>: PyDict PyList PyNone PyObject PyStr PyTuple
            PyValue in jinja.Tests.isSequence: PyBool PyFloat PyInt PyNone PyObject
            PyValue in minijinja.Filters.absolute: PyDict PyList PyNone PyObject PyStr PyTuple
            PyValue in minijinja.Filters.integer: PyDict PyList PyNone PyObject PyTuple
            PyValue in minijinja.StrictEvaluator.attribute: PyBool PyFloat PyInt PyList PyNone PyStr PyTuple
            PyValue in minijinja.Tests.<clinit>: PyBool PyDict PyFloat PyNone PyObject PyStr
            PyValue in minijinja.Tests.isNumber: PyDict PyList PyNone PyObject PyStr PyTuple
            PyValue in python.library.Arithmetic.joined: PyBool PyDict PyFloat PyInt PyNone PyObject
            PyValue in python.library.Arithmetic.known: PyList PyNone PyTuple
            PyValue in python.library.Arithmetic.negate: PyBool PyDict PyInt PyList PyNone PyStr PyTuple
            PyValue in python.library.Arithmetic.repeated: PyBool PyDict PyFloat PyInt PyNone PyObject
            PyValue in python.library.Attributes.find: PyNone
            PyValue in python.library.Attributes.method: PyDict PyList PyObject PyStr PyTuple
            PyValue in python.library.Builtins.integer: PyDict PyList PyNone PyTuple
            PyValue in python.library.Builtins.real: PyDict PyList PyNone PyTuple
            PyValue in python.library.TextFormat.percent: PyBool PyFloat PyInt PyNone PyObject PyStr
            PyValue in python.library.TextFormat.whole: PyDict PyList PyNone PyObject PyStr PyTuple
            PyValue in python.library.ValueTests.<clinit>: PyDict PyList PyNone PyObject PyTuple
            PyValue in python.syntax.Expression$Slice.value: PyBool PyDict PyFloat PyInt PyNone
            PyValue in python.value.Budget.chargeReading: PyBool PyFloat PyInt PyNone PyObject
            PyValue in python.value.Comparing.equal: PyNone PyObject
            PyValue in python.value.Comparing.ordered: PyDict PyNone PyObject
            PyValue in python.value.Comparing.same: PyBool PyDict PyList PyNone PyObject
            PyValue in python.value.Printer.print: PyBool PyFloat PyInt PyNone PyObject
            PyValue in python.value.PyDict.hashed: PyBool PyInt PyNone PyObject
            PyValue in python.value.PyNumber.integer: PyDict PyFloat PyList PyNone PyObject PyStr PyTuple
            RecipeNode in forge.MappingEdits.style: Missing Scalar
            RecipeNode in overlay.recipe.AddItem$Addition.add: Mapping Sequence
            RecipeNode in overlay.recipe.EditedPath.items: Missing Sequence
            RecipeNode in overlay.recipe.EditedPath.kind: Missing
            RecipeNode in overlay.recipe.RecipeFile.addRequirements: Missing Scalar
            RecipeNode in overlay.recipe.SetKey.apply: Missing Scalar
            RecipeNode in recipe.PathSearch.step: Scalar
            Member in forge.MappingEdits.deleteAndCreate: Item
            Member in forge.MappingEdits.entries: Item
            Member in overlay.recipe.EditedPath.key: Item
            Member in recipe.KeyCreation.sibling: Item
            Member in recipe.PathSearch.pick: Item
            Member in recipe.RecipeText.addBranches: Entry
            YamlNode in forge.ForgeConfigReader.texts: Mapping
            YamlNode in forge.YamlLines.isBlock: Scalar
            YamlNode in recipeyaml.RecipeVisit.conditioned: Scalar
            YamlNode in recipeyaml.RecipeVisit.visit: Sequence
            YamlNode in recipeyaml.RecipeVisit.visitScript: Sequence
            YamlNode in recipeyaml.RecipeYaml.collect: Sequence
            YamlNode in variant.config.VariantConfigReader.pin: Sequence
            YamlNode in variant.config.VariantConfigReader.pins: Sequence
            YamlNode in variant.config.VariantConfigReader.read: Sequence
            YamlNode in variant.config.VariantConfigReader.values: Mapping
            YamlNode in variant.config.VariantConfigReader.zipKeys: Mapping
            YamlNode in variant.config.VariantsYaml.items: Scalar
            YamlNode in variant.migration.MigrationReader.asMapping: Sequence
            YamlNode in variant.migration.MigrationReader.values: Mapping""";

    @Test
    void everyMethodThatTellsMembersApartKnowsThemAll() {
        String found = ArchitectureTest.CLASSES.stream()
                .filter(SealedFamiliesTest::isFamily)
                .sorted(comparing(JavaClass::getName))
                .flatMap(family -> allTheSame(family).stream())
                .collect(joining("\n"));
        assertThat(found)
                .as("members that a method does not ask for: handle a new one there, then correct its line here")
                .isEqualTo(ALL_THE_SAME);
    }

    /** A line for each method: the members that the method does not ask for. */
    private static SortedSet<String> allTheSame(JavaClass family) {
        Set<String> members = members(family.reflect()).collect(toCollection(TreeSet::new));
        SortedSet<String> found = new TreeSet<>();
        for (JavaClass type : ArchitectureTest.CLASSES) {
            for (JavaCodeUnit method : type.getCodeUnits()) {
                Set<String> others = new TreeSet<>(members);
                others.removeAll(askedFor(method, family.reflect()));
                int asked = members.size() - others.size();
                if (!others.isEmpty() && (asked > 1 || (asked == 1 && members.size() == 2))) {
                    found.add("%s in %s.%s: %s"
                            .formatted(
                                    family.getSimpleName(),
                                    type.getName().substring("org.archirender.".length()),
                                    method.getName(),
                                    String.join(" ", others)));
                }
            }
        }
        return found;
    }

    private static boolean isFamily(JavaClass type) {
        return type.isInterface()
                && type.reflect().isSealed()
                && type.getRawInterfaces().stream()
                        .noneMatch(outer -> outer.reflect().isSealed());
    }

    /** Its members by name, those of families within among them. */
    private static Stream<String> members(Class<?> type) {
        return type.isSealed() && type.isInterface()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(SealedFamiliesTest::members)
                : Stream.of(type.getSimpleName());
    }

    private static Set<String> askedFor(JavaCodeUnit method, Class<?> family) {
        return method.getInstanceofChecks().stream()
                .map(InstanceofCheck::getRawType)
                .map(JavaClass::reflect)
                .filter(type -> family.isAssignableFrom(type) && type != family)
                .flatMap(SealedFamiliesTest::members)
                .collect(toCollection(TreeSet::new));
    }
}

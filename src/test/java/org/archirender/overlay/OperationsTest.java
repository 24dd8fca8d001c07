package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.problem.InputException;
import org.archirender.yaml.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operation has to have. GoldenCasesTest says that it has a page of cases, OverlayDocumentsTest its reference. */
class OperationsTest {
    static List<Operation> operations() {
        return Operations.ALL;
    }

    /** The operation's example, and every edit in the golden cases: all fields are among them. */
    private static List<Edit> edits(Operation operation) {
        List<Edit> edits = new ArrayList<>(Edits.overlay(operation.example()).edits());
        GoldenCase.all().stream()
                .filter(golden -> golden.operation().equals(operation.name()))
                .forEach(golden -> edits.addAll(golden.overlay().edits()));
        return edits;
    }

    @Test
    void everyRecordOfAnEditIsInTheList() throws ReflectiveOperationException {
        List<Object> declared = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.archirender")) {
            if (type.isAssignableTo(Edit.class) && type.isRecord()) {
                declared.add(type.reflect().getField("OPERATION").get(null));
            }
        }
        assertThat(declared).hasSameElementsAs(Operations.ALL);
    }

    @Test
    void noNameIsGivenTwice() {
        assertThat(Operations.names()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theExampleIsAnEditOfItsOperation(Operation operation) {
        assertThat(Edits.overlay(operation.example()).edits())
                .extracting(Edit::operation)
                .containsExactly(operation.name());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyFieldIsDocumentedAndStandsInACase(Operation operation) {
        assertThat(operation.meaning()).endsWith(".");
        assertThat(operation.fields()).extracting(Field::meaning).doesNotContain("");
        for (Field field : operation.fields()) {
            assertThat(edits(operation))
                    .as("an edit with '%s' in src/test/resources/edits/%s.md", field.name(), operation.name())
                    .anyMatch(edit -> edit.written().has(field.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void itSaysItselfWhenAReasonIsMissing(Operation operation) {
        String withoutWhy = operation.example().replaceAll("\n {2}why:.*", "");
        if (operation.why().when().equals("always")) {
            assertThatThrownBy(() -> Edits.overlay(withoutWhy))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(operation.name() + " ")
                    .hasMessageContaining(" and must say why");
        } else if (operation.why().when().isEmpty()) {
            assertThat(Edits.overlay(withoutWhy).edits()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyStatusHasARemedy(Operation operation) {
        Edit edit = edits(operation).get(0);
        for (EditStatus status : EditStatus.values()) {
            assertThat(edit.remedy(status).isEmpty())
                    .as("remedy of %s for %s", operation.name(), status)
                    .isEqualTo(status == EditStatus.APPLIED);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void namesArePutIntoEveryText(Operation operation) throws ReflectiveOperationException {
        for (Edit edit : edits(operation)) {
            Edit named = edit.map(OperationsTest::named);
            for (RecordComponent component : edit.getClass().getRecordComponents()) {
                assertThat(texts(component.getAccessor().invoke(named)))
                        .as("%s of %s", component.getName(), edit.title())
                        .allSatisfy(text -> assertThat(text).matches("(?s)named .*|[0-9]+"));
            }
            assertThat(named.why()).isEqualTo(edit.why());
            assertThat(named.at()).isEqualTo(edit.at());
        }
    }

    /** What a name would make of it, on each line; numbers and the keys of {@code within} are none of a user's texts. */
    private static String named(String text) {
        return text.matches("[0-9]+|after|before") ? text : text.replaceAll("(?m)^", "named ");
    }

    private static Stream<String> texts(Object value) throws ReflectiveOperationException {
        if (value instanceof String text) {
            return Stream.of(text);
        }
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? Stream.empty() : texts(optional.get());
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof Collection<?> items) {
            for (Object item : items) {
                texts.addAll(texts(item).toList());
            }
        } else if (value instanceof Record && !(value instanceof EditValues)) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                texts.addAll(texts(component.getAccessor().invoke(value)).toList());
            }
        }
        return texts.stream();
    }
}

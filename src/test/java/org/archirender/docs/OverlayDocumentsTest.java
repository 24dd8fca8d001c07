package org.archirender.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.archirender.overlay.Operations;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.Operation;
import org.archirender.render.PortReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checked-in documents are those that the operations and the declared keys give; {@code -Dregenerate} writes them anew. */
class OverlayDocumentsTest {
    /** A generated document. */
    record Document(Path path, String text) {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    static List<Document> documents() {
        return List.of(
                new Document(Path.of("docs/overlays.md"), OverlayReference.markdown()),
                new Document(Path.of("docs/schema/overlay.schema.json"), JsonSchema.overlay()),
                new Document(Path.of("docs/recipes.md"), RecipeReference.markdown()),
                new Document(Path.of("docs/schema/port.schema.json"), JsonSchema.port()),
                new Document(TemplateReference.PAGE, TemplateReference.markdown()),
                new Document(Path.of("docs/schema/provider.schema.json"), JsonSchema.provider()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isWhatTheOperationsGive(Document document) throws IOException {
        if (System.getProperty("regenerate") != null) {
            Files.createDirectories(document.path().getParent());
            Files.writeString(document.path(), document.text());
        }
        assertThat(document.path())
                .as("stale: run mvn test -Dtest=OverlayDocumentsTest -Dregenerate")
                .hasContent(document.text());
    }

    @Test
    void everyOperationHasASectionWithItsFields() {
        String page = OverlayReference.markdown();
        for (Operation operation : Operations.ALL) {
            assertThat(page).contains("\n### " + operation.name() + "\n");
            String section = page.substring(page.indexOf("\n### " + operation.name() + "\n"))
                    .split("\n##", 3)[1];
            operation.fields().forEach(field -> assertThat(section).contains("- `" + field.name() + "`"));
        }
        for (EditStatus status : EditStatus.values()) {
            assertThat(page).contains("| `" + status + "` | ");
        }
    }

    @Test
    void schemasKnowEveryOperationAndField() throws IOException {
        JsonNode overlay = new ObjectMapper().readTree(JsonSchema.overlay());
        JsonNode port = new ObjectMapper().readTree(JsonSchema.port());
        for (Operation operation : Operations.ALL) {
            List<String> known = new ArrayList<>();
            overlay.at("/definitions/" + operation.name() + "/properties")
                    .fieldNames()
                    .forEachRemaining(known::add);
            List<String> fields = new ArrayList<>(List.of(operation.name()));
            operation.allFields().forEach(field -> fields.add(field.name()));
            assertThat(known).containsExactlyInAnyOrderElementsOf(fields);
            assertThat(port.at("/definitions/" + operation.name() + "/properties/when/$ref")
                            .asText())
                    .isEqualTo("#/definitions/condition");
        }
        assertThat(port.at("/properties").size())
                .isEqualTo(PortReader.KEYS.all().size());
    }
}

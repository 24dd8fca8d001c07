package org.archirender.overlay.lint;

import java.util.ArrayList;
import java.util.List;
import org.archirender.overlay.edit.Edit;

/** Every text that an edit has. */
public final class EditTexts {
    private EditTexts() {}

    public static List<String> of(Edit edit) {
        List<String> texts = new ArrayList<>();
        Edit same = edit.map(text -> {
            texts.add(text);
            return text;
        });
        if (!same.equals(edit)) {
            throw new IllegalStateException(edit.title() + " is not the sum of its texts");
        }
        return texts;
    }
}

package org.archirender.overlay;

import java.util.ArrayList;
import java.util.List;

/** Every text that an edit has. */
final class EditTexts {
    private EditTexts() {}

    static List<String> of(Edit edit) {
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

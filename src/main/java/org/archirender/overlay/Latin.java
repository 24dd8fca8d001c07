package org.archirender.overlay;

import java.nio.charset.StandardCharsets;
import org.archirender.tree.TreeFile;

/** Bytes as text with one char a byte, so that text of any encoding comes back as it was. */
final class Latin {
    private Latin() {}

    static String text(TreeFile file) {
        return new String(file.bytes(), StandardCharsets.ISO_8859_1);
    }

    static TreeFile file(String text, boolean executable) {
        return TreeFile.of(text.getBytes(StandardCharsets.ISO_8859_1), executable);
    }
}

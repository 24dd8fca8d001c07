package org.archirender.tree;

import java.nio.charset.StandardCharsets;

/** Bytes as text with one char a byte, so that text of any encoding comes back as it was. */
public final class ByteText {
    private ByteText() {}

    public static String text(TreeFile file) {
        return new String(file.bytes(), StandardCharsets.ISO_8859_1);
    }

    public static TreeFile file(String text, boolean executable) {
        return TreeFile.of(text.getBytes(StandardCharsets.ISO_8859_1), executable);
    }
}

package org.archirender.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** A digest over trees: equal for equal paths, modes and bytes, on every machine. */
final class InputDigest {
    private final MessageDigest digest;

    private InputDigest(MessageDigest digest) {
        this.digest = digest;
    }

    static InputDigest empty() {
        try {
            return new InputDigest(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds all of {@code tree}. */
    InputDigest add(FileTree tree) {
        for (Map.Entry<TreePath, TreeFile> entry : tree.files().entrySet()) {
            byte[] bytes = entry.getValue().bytes();
            String head = entry.getKey() + "\0" + entry.getValue().executable() + "\0" + bytes.length + "\0";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return this;
    }

    /** {@code sha256:} and 64 hex digits. */
    String text() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}

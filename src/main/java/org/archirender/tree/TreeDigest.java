package org.archirender.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** SHA-256 over texts and trees, in the order of adding: equal for equal paths, modes and bytes, on every machine. */
public final class TreeDigest {
    private final MessageDigest digest;

    private TreeDigest(MessageDigest digest) {
        this.digest = digest;
    }

    /** Of nothing yet. */
    public static TreeDigest empty() {
        try {
            return new TreeDigest(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds {@code text}, which has no NUL. */
    public TreeDigest add(String text) {
        digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds all of {@code tree}, and its end. */
    public TreeDigest add(FileTree tree) {
        for (Map.Entry<TreePath, TreeFile> entry : tree.files().entrySet()) {
            byte[] bytes = entry.getValue().bytes();
            add(entry.getKey().value());
            add(Boolean.toString(entry.getValue().executable()));
            add(Integer.toString(bytes.length));
            digest.update(bytes);
        }
        digest.update((byte) 1);
        return this;
    }

    /** 64 hex digits. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

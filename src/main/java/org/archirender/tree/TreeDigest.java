package org.archirender.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * SHA-256 over texts and trees, in the order of adding: equal for equal paths, modes and bytes, on every machine.
 * Immutable: what is added makes another one.
 */
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

    /** With {@code text} behind what there is. */
    public TreeDigest add(String text) {
        MessageDigest more = copy();
        update(more, text);
        return new TreeDigest(more);
    }

    /** With all of {@code tree}, and its end, behind what there is. */
    public TreeDigest add(FileTree tree) {
        MessageDigest more = copy();
        for (Map.Entry<TreePath, TreeFile> entry : tree.files().entrySet()) {
            byte[] bytes = entry.getValue().bytes();
            update(more, entry.getKey().value());
            update(more, Boolean.toString(entry.getValue().executable()));
            update(more, Integer.toString(bytes.length));
            more.update(bytes);
        }
        more.update((byte) 1);
        return new TreeDigest(more);
    }

    /** A text has no NUL, so that two of them are never taken for two others. */
    private static void update(MessageDigest digest, String text) {
        digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's SHA-256 can be copied", e);
        }
    }

    /** 64 hex digits. */
    public String hex() {
        return HexFormat.of().formatHex(copy().digest());
    }
}

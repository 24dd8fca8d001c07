package org.archirender.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.archirender.problem.Location;
import org.archirender.problem.UnreadableException;

/** A file's bytes and whether it may be executed. Immutable. */
public final class TreeFile {
    private final byte[] bytes;
    private final boolean executable;

    private TreeFile(byte[] bytes, boolean executable) {
        this.bytes = bytes;
        this.executable = executable;
    }

    /** A file with a copy of {@code bytes}. */
    public static TreeFile of(byte[] bytes, boolean executable) {
        return new TreeFile(bytes.clone(), executable);
    }

    /** A plain, not executable file with {@code text} in UTF-8. */
    public static TreeFile of(String text) {
        return new TreeFile(text.getBytes(StandardCharsets.UTF_8), false);
    }

    /** The file whose {@link #byteText} is {@code text}. */
    public static TreeFile ofByteText(String text, boolean executable) {
        return new TreeFile(text.getBytes(StandardCharsets.ISO_8859_1), executable);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean executable() {
        return executable;
    }

    /** The bytes with one char each, so that text of any encoding comes back as it was. */
    public String byteText() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The bytes as UTF-8, a byte order mark kept; empty when they are not valid UTF-8. */
    public Optional<String> text() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * The bytes as UTF-8.
     *
     * @param name of the file in messages
     * @throws UnreadableException at the first byte that is not
     */
    public String text(String name) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(left, text, true);
        String read = text.flip().toString();
        if (!result.isError()) {
            return read;
        }
        int start = Math.max(read.lastIndexOf('\n'), read.lastIndexOf('\r')) + 1;
        int line = Math.max(1, (int) (read + "x").lines().count());
        throw UnreadableException.at(
                new Location(name, line, read.codePointCount(start, read.length()) + 1),
                "not UTF-8 text: there is a byte 0x%02x".formatted(bytes[left.position()]),
                "save it as UTF-8");
    }

    /** Other text, same mode. */
    public TreeFile withText(String text) {
        return new TreeFile(text.getBytes(StandardCharsets.UTF_8), executable);
    }

    /** Other mode, same bytes. */
    public TreeFile withExecutable(boolean executable) {
        return executable == this.executable ? this : new TreeFile(bytes, executable);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeFile file && executable == file.executable && Arrays.equals(bytes, file.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bytes) + Boolean.hashCode(executable);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes" + (executable ? ", executable" : "");
    }
}

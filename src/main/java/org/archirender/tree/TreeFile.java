package org.archirender.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.archirender.problem.Location;
import org.archirender.problem.UnreadableException;

/**
 * A file's bytes and whether it may be executed.
 *
 * @param byteText the bytes with one char each, so that text of any encoding comes back as it was
 */
public record TreeFile(String byteText, boolean executable) {
    /** A file with a copy of {@code bytes}. */
    public static TreeFile of(byte[] bytes, boolean executable) {
        return new TreeFile(new String(bytes, StandardCharsets.ISO_8859_1), executable);
    }

    /** A plain, not executable file with {@code text} in UTF-8. */
    public static TreeFile of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), false);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return byteText.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes as UTF-8, a byte order mark kept; empty when they are not valid UTF-8. */
    public Optional<String> text() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes()))
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
        CharBuffer text = CharBuffer.allocate(byteText.length());
        ByteBuffer left = ByteBuffer.wrap(bytes());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(left, text, true);
        String read = text.flip().toString();
        if (!result.isError()) {
            return read;
        }
        int start = Math.max(read.lastIndexOf('\n'), read.lastIndexOf('\r')) + 1;
        int line = Math.max(1, (int) (read + "x").lines().count());
        throw UnreadableException.at(
                new Location(name, line, read.codePointCount(start, read.length()) + 1),
                "not UTF-8 text: there is a byte 0x%02x".formatted((int) byteText.charAt(left.position())),
                "save it as UTF-8");
    }

    /** Other text, same mode. */
    public TreeFile withText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), executable);
    }

    /** Other mode, same bytes. */
    public TreeFile withExecutable(boolean executable) {
        return executable == this.executable ? this : new TreeFile(byteText, executable);
    }

    @Override
    public String toString() {
        return byteText.length() + " bytes" + (executable ? ", executable" : "");
    }
}

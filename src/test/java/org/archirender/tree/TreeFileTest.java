package org.archirender.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.archirender.problem.UnreadableException;
import org.junit.jupiter.api.Test;

class TreeFileTest {
    private static String text(byte[] bytes) {
        return TreeFile.of(bytes, false).text("a.txt");
    }

    @Property
    void aTextIsReadAsItWasWritten(@ForAll String written) {
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        assertThat(text(bytes)).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    @Property
    void bytesAreATextOrRefused(@ForAll byte[] bytes) {
        TreeFile file = TreeFile.of(bytes, false);
        if (file.text().isPresent()) {
            assertThat(file.text("a.txt")).isEqualTo(file.text().get());
        } else {
            assertThatThrownBy(() -> file.text("a.txt")).isInstanceOf(UnreadableException.class);
        }
    }

    @Test
    void theFirstByteThatIsNoTextIsNamedInCodePoints() {
        byte[] bytes = "a\r\n\ud83d\ude00\u00e9 x".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xe9;
        assertThatThrownBy(() -> text(bytes))
                .hasMessage("a.txt:2:4: not UTF-8 text: there is a byte 0xe9\n  fix: save it as UTF-8");
        assertThatThrownBy(() -> text(new byte[] {(byte) 0xc3})).hasMessageStartingWith("a.txt:1:1: ");
        assertThatThrownBy(() -> text(new byte[] {'\n', (byte) 0xff})).hasMessageStartingWith("a.txt:2:1: ");
    }

    @Test
    void aFileThatIsReadForWhatItSaysHasABound() {
        byte[] most = new byte[TreeFile.READ_BYTES];
        assertThat(text(most)).hasSize(TreeFile.READ_BYTES);
        assertThatThrownBy(() -> text(new byte[TreeFile.READ_BYTES + 1]))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("a.txt: has 524289 bytes; a file that is read for what it says may have 524288\n"
                        + "  fix: is this the right file?");
    }
}

package org.archirender.overlay.patch;

import java.util.function.UnaryOperator;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditHeader;

/** An edit of whole files; {@code file} is relative to recipe/, and to the overlay's files/ where it comes from there. */
public sealed interface FileEdit extends Edit {
    String file();

    @Override
    default String subject() {
        return file();
    }

    @Override
    FileEdit map(UnaryOperator<String> text);

    /** {@code add-file: PATH}: the file of that path in files/, mode included. */
    record AddFile(EditHeader header, String file) implements FileEdit {
        @Override
        public AddFile map(UnaryOperator<String> text) {
            return new AddFile(header.map(text), text.apply(file));
        }
    }

    /** {@code delete-file: PATH}. */
    record DeleteFile(EditHeader header, String file) implements FileEdit {
        @Override
        public DeleteFile map(UnaryOperator<String> text) {
            return new DeleteFile(header.map(text), text.apply(file));
        }
    }

    /** {@code apply-patch: FILE}: a unified diff in files/ against recipe/, exactly or not at all. */
    record ApplyPatch(EditHeader header, String file) implements FileEdit {
        @Override
        public ApplyPatch map(UnaryOperator<String> text) {
            return new ApplyPatch(header.map(text), text.apply(file));
        }
    }
}

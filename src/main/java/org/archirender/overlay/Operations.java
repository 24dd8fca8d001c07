package org.archirender.overlay;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.patch.AddFile;
import org.archirender.overlay.patch.ApplyPatch;
import org.archirender.overlay.patch.DeleteFile;
import org.archirender.overlay.recipe.AddItem;
import org.archirender.overlay.recipe.BumpNumber;
import org.archirender.overlay.recipe.RemoveItem;
import org.archirender.overlay.recipe.ReplaceItem;
import org.archirender.overlay.recipe.SelectItem;
import org.archirender.overlay.recipe.SetKey;
import org.archirender.overlay.recipe.SetNumber;
import org.archirender.overlay.recipe.SetVar;
import org.archirender.overlay.recipe.SetVersion;
import org.archirender.overlay.recipe.UnsetKey;
import org.archirender.overlay.script.CommentLines;
import org.archirender.overlay.script.DeleteLines;
import org.archirender.overlay.script.EditFlags;
import org.archirender.overlay.script.GuardLines;
import org.archirender.overlay.script.InsertLines;
import org.archirender.overlay.script.ReplaceLines;
import org.archirender.overlay.script.SetEnv;

/** The table of all operations. What is not in here does not exist: reader, schema and reference are made from it. */
public final class Operations {
    /** In the order of the reference. */
    public static final List<Operation> ALL = List.of(
            BumpNumber.OPERATION,
            SetNumber.OPERATION,
            AddItem.OPERATION,
            RemoveItem.OPERATION,
            ReplaceItem.OPERATION,
            SelectItem.OPERATION,
            SetKey.OPERATION,
            UnsetKey.OPERATION,
            SetVar.OPERATION,
            SetVersion.OPERATION,
            SetEnv.OPERATION,
            InsertLines.OPERATION,
            ReplaceLines.OPERATION,
            DeleteLines.OPERATION,
            CommentLines.OPERATION,
            EditFlags.OPERATION,
            GuardLines.OPERATION,
            AddFile.OPERATION,
            DeleteFile.OPERATION,
            ApplyPatch.OPERATION);

    private Operations() {}

    static Optional<Operation> named(String name) {
        return ALL.stream().filter(operation -> operation.name().equals(name)).findFirst();
    }

    public static List<String> names() {
        return ALL.stream().map(Operation::name).toList();
    }
}

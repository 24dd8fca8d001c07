package org.archirender.cli.console;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far long work is, for a person at a terminal: a bar that is wiped away in the end. Others get nothing. */
public final class Progress implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    /** Progress of {@code total} steps on the console's stderr. */
    public Progress(Console console, int total) {
        boolean shown = console.surroundings().errIsTerminal() && !console.quiet() && total > 1;
        bar = shown
                ? new ProgressBarBuilder()
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .clearDisplayOnFinish()
                        .setConsumer(new ConsoleProgressBarConsumer(
                                console.surroundings().err(), 80))
                        .build()
                : null;
    }

    /** One more is done. */
    public void step(String name) {
        if (bar != null) {
            bar.step();
            bar.setExtraMessage(Printable.text(name, false));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

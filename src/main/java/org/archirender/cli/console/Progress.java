package org.archirender.cli.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far long work is, for a person at a terminal; others get nothing. */
public interface Progress extends AutoCloseable {
    /** One more is done. */
    void step(String name);

    @Override
    void close();

    /** Progress of {@code total} steps on the console's stderr. */
    static Progress of(Console console, int total) {
        return console.surroundings().errIsTerminal() && !console.quiet() && total > 1
                ? new Bar(console.surroundings().err(), total)
                : new None();
    }

    /** No progress is shown. */
    final class None implements Progress {
        @Override
        public void step(String name) {}

        @Override
        public void close() {}
    }

    /** A bar that redraws itself, and is wiped away in the end. */
    final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(PrintStream stream, int total) {
            bar = new ProgressBarBuilder()
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .clearDisplayOnFinish()
                    .setConsumer(new ConsoleProgressBarConsumer(stream, 80))
                    .build();
        }

        @Override
        public void step(String name) {
            bar.step();
            bar.setExtraMessage(name);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}

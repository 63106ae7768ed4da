package org.telescribe.app.annotate;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.command.Command;
import org.telescribe.app.shell.Page.Bindings;

/// The keys that judge the episode on the screen.
final class JudgingKeys {
    private final Supplier<@Nullable OpenEpisode> shown;

    JudgingKeys(Supplier<@Nullable OpenEpisode> shown) {
        this.shown = shown;
    }

    void bind(Bindings keys) {
        keys.bind(Command.ACCEPT, () -> act(now -> now.judging().accept()));
        keys.bind(Command.REJECT, () -> act(now -> now.judging().reject()));
        keys.bind(Command.UNSURE, () -> act(now -> now.judging().unsure()));
        keys.bind(Command.EDIT_TEXT, () -> act(now -> now.judging().edit()));
        keys.bind(Command.ADD_FACT, () -> act(now -> now.judging().add()));
        keys.bind(Command.YES, () -> act(now -> now.judging().yesNo(true)));
        keys.bind(Command.NO, () -> act(now -> now.judging().yesNo(false)));
        for (int digit = 0; digit <= 9; digit++) {
            int pressed = digit;
            keys.bind(
                    Command.valueOf("DIGIT_" + digit),
                    () -> act(now -> now.judging().digit(pressed)));
        }
        keys.bind(Command.ITEM_UP, () -> act(now -> now.judging().move(false)));
        keys.bind(Command.ITEM_DOWN, () -> act(now -> now.judging().move(true)));
        keys.bind(Command.NEXT_OPEN, () -> act(now -> now.judging().nextOpen()));
        keys.bind(Command.HAND_OVER_PARTIAL, () -> act(now -> now.judging().partial()));
        keys.bind(Command.EDGE_BACK, () -> act(now -> now.judging().edges().nudge(-1)));
        keys.bind(Command.EDGE_ON, () -> act(now -> now.judging().edges().nudge(1)));
        keys.bind(Command.SNAP, () -> act(now -> now.judging().edges().snap(now.marks())));
        keys.bind(Command.REDO, () -> act(now -> now.judging().redo()));
    }

    private void act(Consumer<OpenEpisode> key) {
        OpenEpisode now = shown.get();
        if (now != null) {
            now.act(() -> key.accept(now));
        }
    }
}

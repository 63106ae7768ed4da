package org.telescribe.app.review;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.command.Command;
import org.telescribe.app.shell.Page;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.playback.player.Shuttle;

/// The player's keys, which act on whatever player is on the screen.
public final class PlayerKeys {
    private static final long TENTH_NANOS = 100_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Supplier<@Nullable PlayerPane> shown;

    private PlayerKeys(Supplier<@Nullable PlayerPane> shown) {
        this.shown = shown;
    }

    /// Says what the keys do.
    ///
    /// @param bindings where to
    /// @param shown gives the player on the screen, or null
    public static void bind(Page.Bindings bindings, Supplier<@Nullable PlayerPane> shown) {
        new PlayerKeys(shown).bind(bindings);
    }

    private void bind(Page.Bindings bindings) {
        bindings.bind(Command.PLAY, () -> with(PlayerPane::toggle));
        bindings.bind(Command.SHUTTLE_BACK, () -> with(open -> open.player().shuttle(Shuttle.BACK)));
        bindings.bind(Command.SHUTTLE_STOP, () -> with(open -> open.player().shuttle(Shuttle.STOP)));
        bindings.bind(Command.SHUTTLE_ON, () -> with(open -> open.player().shuttle(Shuttle.FORWARD)));
        bindings.bind(Command.FRAME_BACK, () -> with(open -> open.step(-1)));
        bindings.bind(Command.FRAME_ON, () -> with(open -> open.step(1)));
        bindings.bind(Command.TENTH_BACK, () -> with(open -> open.moveBy(-TENTH_NANOS)));
        bindings.bind(Command.TENTH_ON, () -> with(open -> open.moveBy(TENTH_NANOS)));
        bindings.bind(Command.SECOND_BACK, () -> with(open -> open.moveBy(-SECOND_NANOS)));
        bindings.bind(Command.SECOND_ON, () -> with(open -> open.moveBy(SECOND_NANOS)));
        bindings.bind(Command.EVENT_BACK, () -> with(open -> open.event(false)));
        bindings.bind(Command.EVENT_ON, () -> with(open -> open.event(true)));
        bindings.bind(Command.FIRST, () -> with(PlayerPane::first));
        bindings.bind(Command.LAST, () -> with(PlayerPane::last));
        bindings.bind(Command.RANGE_CLEAR, () -> with(PlayerPane::clearRange));
        bindings.bind(Command.LOOP, () -> with(PlayerPane::toggleLoop));
        bindings.bind(Command.NEXT_CAMERA, () -> with(open -> open.nextCamera(1)));
        bindings.bind(Command.PREVIOUS_CAMERA, () -> with(open -> open.nextCamera(-1)));
        bindings.bind(Command.SLOWER, () -> with(open -> open.changeSpeed(false)));
        bindings.bind(Command.FASTER, () -> with(open -> open.changeSpeed(true)));
        bindings.bind(Command.SWAP_PANE, () -> with(PlayerPane::swapPane));
        bindings.bind(Command.PLOTS, () -> with(open -> open.showPlots(!open.arePlotsShown())));
        bindings.bind(Command.TRIAD, () -> with(open -> open.space().toggleTriads()));
        bindings.bind(Command.GHOST, () -> with(open -> open.space().toggleGhosts()));
    }

    private void with(Consumer<PlayerPane> action) {
        PlayerPane open = shown.get();
        if (open != null) {
            action.accept(open);
        }
    }
}

package org.telescribe.app.window;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.telescribe.app.command.Command;
import org.telescribe.app.command.KeyTable;
import org.telescribe.app.command.Scope;

/// Turns key presses into commands. While somebody types, only what cannot be text still works: HOLD,
/// workspaces, palette, regions, keys. Key repeat counts only for moving through time and lists.
final class KeyDispatch {
    private static final Set<Command> WHILE_TYPING = Set.of(
            Command.HOLD,
            Command.GO_STATION,
            Command.GO_COLLECT,
            Command.GO_LIBRARY,
            Command.GO_REVIEW,
            Command.GO_ANNOTATE,
            Command.GO_ROLLOUTS,
            Command.PALETTE,
            Command.KEYS,
            Command.NEXT_REGION,
            Command.PREVIOUS_REGION,
            Command.FULL_SCREEN);

    private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);
    private final Map<Command, Runnable> releases = new EnumMap<>(Command.class);
    private final Supplier<Set<Scope>> inForce;
    private final Runnable escape;
    private KeyCode down = KeyCode.UNDEFINED;
    private Optional<Command> held = Optional.empty();

    KeyDispatch(Supplier<Set<Scope>> inForce, Runnable escape) {
        this.inForce = inForce;
        this.escape = escape;
    }

    /// Says what a command does; the newest word counts.
    void bind(Command command, Runnable action) {
        actions.put(command, action);
    }

    void onRelease(Command command, Runnable action) {
        releases.put(command, action);
    }

    boolean isBound(Command command) {
        return actions.containsKey(command);
    }

    void run(Command command) {
        Runnable action = actions.get(command);
        if (action != null) {
            action.run();
        }
    }

    void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, scene));
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
    }

    static boolean typing(Scene scene) {
        return scene.getFocusOwner() instanceof TextInputControl;
    }

    private void pressed(KeyEvent event, Scene scene) {
        boolean typing = typing(scene);
        if (event.getCode() == KeyCode.ESCAPE && !typing) {
            escape.run();
            event.consume();
            return;
        }
        Optional<Command> found = KeyTable.find(event, inForce.get());
        if (found.isEmpty() || (typing && !WHILE_TYPING.contains(found.get()))) {
            return;
        }
        Command command = found.get();
        if (event.getCode() == KeyCode.ENTER && choosesButton(scene.getFocusOwner())) {
            return;
        }
        boolean repeated = event.getCode() == down;
        down = event.getCode();
        if (!actions.containsKey(command)) {
            return;
        }
        event.consume();
        if (!repeated || command.repeats()) {
            held = found;
            run(command);
        }
    }

    private static boolean choosesButton(@org.jspecify.annotations.Nullable Node focused) {
        return focused instanceof ButtonBase && focused.isFocusVisible();
    }

    private void released(KeyEvent event) {
        if (event.getCode() != down) {
            return;
        }
        down = KeyCode.UNDEFINED;
        held.map(releases::get).ifPresent(Runnable::run);
        held = Optional.empty();
    }
}

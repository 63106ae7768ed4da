package org.telescribe.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.telescribe.app.command.Command;
import org.telescribe.app.command.Scope;

class KeyDispatchTest {
    private final List<String> done = new ArrayList<>();

    /// A window with a pane and a text field.
    private final class Bench {
        final Pane pane = new Pane();
        final TextField field = new TextField();
        final Scene scene = new Scene(new StackPane(pane, field), 300, 200);
        final Stage stage = new Stage();

        Bench(Scope... scopes) {
            KeyDispatch keys = new KeyDispatch(() -> Set.of(scopes), () -> done.add("escape"));
            for (Command command : Command.values()) {
                keys.bind(command, () -> done.add(command.name()));
            }
            keys.onRelease(Command.LEAVE_HOLD, () -> done.add("released"));
            keys.listenTo(scene);
            stage.setScene(scene);
            stage.show();
            pane.setFocusTraversable(true);
            pane.requestFocus();
        }

        void fire(javafx.event.EventType<KeyEvent> type, KeyCode code, boolean ctrl) {
            Node focused = scene.getFocusOwner();
            Event.fireEvent(focused, new KeyEvent(type, "", "", code, false, ctrl, false, false));
        }

        void press(KeyCode code) {
            fire(KeyEvent.KEY_PRESSED, code, false);
        }

        void release(KeyCode code) {
            fire(KeyEvent.KEY_RELEASED, code, false);
        }
    }

    private List<String> with(java.util.function.Consumer<Bench> keys, Scope... scopes) throws Exception {
        return FxThread.call(() -> {
            Bench bench = new Bench(scopes);
            keys.accept(bench);
            bench.stage.close();
            return List.copyOf(done);
        });
    }

    @Test
    void aHeldKeyKeepsAnEpisodeOnce() throws Exception {
        assertEquals(
                List.of("KEEP"),
                with(
                        bench -> {
                            bench.press(KeyCode.K);
                            bench.press(KeyCode.K);
                            bench.press(KeyCode.K);
                        },
                        Scope.VERDICT));
    }

    @Test
    void aHeldKeyStepsThroughTime() throws Exception {
        assertEquals(
                List.of("FRAME_ON", "FRAME_ON"),
                with(
                        bench -> {
                            bench.press(KeyCode.PERIOD);
                            bench.press(KeyCode.PERIOD);
                        },
                        Scope.REVIEW,
                        Scope.PLAYER));
    }

    @Test
    void whileSomebodyTypesLettersAreTextAndHoldIsHold() throws Exception {
        assertEquals(
                List.of("HOLD", "GO_LIBRARY"),
                with(
                        bench -> {
                            bench.field.requestFocus();
                            bench.press(KeyCode.K);
                            bench.press(KeyCode.SPACE);
                            bench.press(KeyCode.ENTER);
                            bench.press(KeyCode.F12);
                            bench.fire(KeyEvent.KEY_PRESSED, KeyCode.DIGIT3, true);
                        },
                        Scope.VERDICT));
    }

    @Test
    void leavingHoldKnowsWhenTheKeyIsLetGo() throws Exception {
        assertEquals(
                List.of("LEAVE_HOLD", "released"),
                with(
                        bench -> {
                            bench.press(KeyCode.H);
                            bench.release(KeyCode.H);
                        },
                        Scope.COLLECT));
    }

    @Test
    void escapeClosesWhatIsOpen() throws Exception {
        assertEquals(List.of("escape"), with(bench -> bench.press(KeyCode.ESCAPE), Scope.COLLECT));
    }
}

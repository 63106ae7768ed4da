package org.telescribe.app.command;

import java.util.List;
import java.util.stream.Stream;

/// Everything that can be done by a key or from the palette.
@SuppressWarnings("ImmutableEnumChecker") // lists made by Stream.toList are unmodifiable
public enum Command {
    /// Shows the arms, cameras and servos.
    GO_STATION(Scope.GLOBAL, "Go to Station", "Ctrl+1"),
    /// Shows the recording screen.
    GO_COLLECT(Scope.GLOBAL, "Go to Collect", "Ctrl+2"),
    /// Shows datasets and episodes.
    GO_LIBRARY(Scope.GLOBAL, "Go to Library", "Ctrl+3"),
    /// Shows the player.
    GO_REVIEW(Scope.GLOBAL, "Go to Review", "Ctrl+4"),
    /// To Annotate.
    GO_ANNOTATE(Scope.GLOBAL, "Go to Annotate", "Ctrl+5"),
    /// Shows Rollouts.
    GO_ROLLOUTS(Scope.GLOBAL, "Go to Rollouts", "Ctrl+6"),
    /// Opens the palette.
    PALETTE(Scope.GLOBAL, "Search or run a command", "Ctrl+K"),
    /// Shows the keys in force.
    KEYS(Scope.GLOBAL, "Show the keys", "F1"),
    /// Stops both arms.
    HOLD(Scope.GLOBAL, "HOLD: stop both arms", "F12"),
    /// Moves the focus to the next region.
    NEXT_REGION(Scope.GLOBAL, "Next region", "F6"),
    /// Moves the focus to the region before.
    PREVIOUS_REGION(Scope.GLOBAL, "Previous region", "Shift+F6"),
    /// Fills the screen with the window.
    FULL_SCREEN(Scope.GLOBAL, "Full screen", "F11"),
    /// Adds a dataset folder.
    OPEN_FOLDER(Scope.GLOBAL, "Open a dataset folder", "Ctrl+O"),
    /// Shows the settings page.
    SETTINGS(Scope.GLOBAL, "Settings", "Ctrl+,"),
    /// Takes the last change back.
    UNDO(Scope.GLOBAL, "Undo: take back the last verdict", "Ctrl+Z"),
    /// Says when the work was saved last.
    SAVED(Scope.GLOBAL, "Say when it was saved", "Ctrl+S"),
    /// Shows version, licences and fonts.
    ABOUT(Scope.GLOBAL, "About Telescribe and its licences"),
    /// Deletes discarded episodes for good.
    EMPTY_TRASH(Scope.GLOBAL, "Empty the trash of this run"),
    /// Turns the torque off.
    RELEASE_TORQUE(Scope.GLOBAL, "Release torque: the arms will drop"),

    /// Arms, starts or stops, whichever comes next.
    ENTER(Scope.COLLECT, "Arm, start, stop", "Enter"),
    /// Stops both arms.
    COLLECT_HOLD(Scope.COLLECT, "HOLD", "Space"),
    /// Marks the end of a step.
    STEP_MARK(Scope.COLLECT, "Mark a step", "M"),
    /// The task was done.
    SUCCESS(Scope.COLLECT, "Result: success", "S"),
    /// The task was not done.
    FAILURE(Scope.COLLECT, "Result: failure", "X"),
    /// Marks a moment for whoever reviews the episode.
    LOOK_HERE(Scope.COLLECT, "Look here: a mark for the reviewer", "L"),
    /// Lets the arms be armed again.
    LEAVE_HOLD(Scope.COLLECT, "Leave HOLD (hold the key 0.8 s)", "H"),
    /// Edits the task's sentence.
    EDIT_TASK(Scope.COLLECT, "Edit the task", "F2"),

    /// Keeps the episode.
    KEEP(Scope.VERDICT, "Keep the episode", "K", "Enter"),
    /// Keeps the episode for a second look.
    KEEP_FLAGGED(Scope.VERDICT, "Keep it flagged", "F"),
    /// Moves the episode to the run's trash.
    DISCARD(Scope.VERDICT, "Discard it", "D"),
    /// Discards and starts the next.
    RECORD_AGAIN(Scope.VERDICT, "Discard and record again", "R"),
    /// The task was done.
    VERDICT_SUCCESS(Scope.VERDICT, "Result: success", "S"),
    /// The task was not done.
    VERDICT_FAILURE(Scope.VERDICT, "Result: failure", "X"),
    /// Stops both arms.
    VERDICT_HOLD(Scope.VERDICT, "HOLD", "Space"),

    /// Selects the device above.
    DEVICE_UP(Scope.STATION, "Device above", "Up"),
    /// Selects the device below.
    DEVICE_DOWN(Scope.STATION, "Device below", "Down"),
    /// Opens the emulated bench.
    USE_BENCH(Scope.STATION, "Use the built-in bench", "B"),

    /// Puts the keys into the search field.
    FIND(Scope.LIBRARY, "Search", "/"),
    /// Selects the episode above.
    EPISODE_UP(Scope.LIBRARY, "Episode above", "Up"),
    /// Selects the episode below.
    EPISODE_DOWN(Scope.LIBRARY, "Episode below", "Down"),
    /// Opens the selected episode.
    OPEN_EPISODE(Scope.LIBRARY, "Review the episode", "Enter"),
    /// Judges the selected episode.
    ANNOTATE_EPISODE(Scope.LIBRARY, "Annotate the episode", "Ctrl+Enter"),

    /// Opens the dataset's episode before.
    PREVIOUS_EPISODE(Scope.REVIEW, "Previous episode", "PageUp"),
    /// Opens the dataset's next episode.
    NEXT_EPISODE(Scope.REVIEW, "Next episode", "PageDown"),
    /// Panes large, no plots.
    PRESET_WATCH(Scope.REVIEW, "Layout: Watch", "Ctrl+Shift+1"),
    /// Panes and plots.
    PRESET_MEASURE(Scope.REVIEW, "Layout: Measure", "Ctrl+Shift+2"),

    /// True as it stands.
    ACCEPT(Scope.ANNOTATE, "True as it stands", "A"),
    /// False; digits say what is right.
    REJECT(Scope.ANNOTATE, "False; digits say what is right", "R"),
    /// Not judged; digits say why.
    UNSURE(Scope.ANNOTATE, "Not judged; digits say why", "U"),
    /// Edit the sentence.
    EDIT_TEXT(Scope.ANNOTATE, "Edit the sentence", "E"),
    /// Add a fact that the draft missed.
    ADD_FACT(Scope.ANNOTATE, "Add a fact that the draft missed", "I"),
    /// Yes, on yes-or-no questions.
    YES(Scope.ANNOTATE, "Yes, on yes-or-no questions", "Y"),
    /// No, on yes-or-no questions.
    NO(Scope.ANNOTATE, "No, on yes-or-no questions", "N"),
    /// The digit 0.
    DIGIT_0(Scope.ANNOTATE, "Option 10, or a digit of a number", "0"),
    /// The digit 1.
    DIGIT_1(Scope.ANNOTATE, "Option 1, or a digit of a number", "1"),
    /// The digit 2.
    DIGIT_2(Scope.ANNOTATE, "Option 2, or a digit of a number", "2"),
    /// The digit 3.
    DIGIT_3(Scope.ANNOTATE, "Option 3, or a digit of a number", "3"),
    /// The digit 4.
    DIGIT_4(Scope.ANNOTATE, "Option 4, or a digit of a number", "4"),
    /// The digit 5.
    DIGIT_5(Scope.ANNOTATE, "Option 5, or a digit of a number", "5"),
    /// The digit 6.
    DIGIT_6(Scope.ANNOTATE, "Option 6, or a digit of a number", "6"),
    /// The digit 7.
    DIGIT_7(Scope.ANNOTATE, "Option 7, or a digit of a number", "7"),
    /// The digit 8.
    DIGIT_8(Scope.ANNOTATE, "Option 8, or a digit of a number", "8"),
    /// The digit 9.
    DIGIT_9(Scope.ANNOTATE, "Option 9, or a digit of a number", "9"),
    /// Thing above.
    ITEM_UP(Scope.ANNOTATE, "Thing above", "Up"),
    /// Thing below.
    ITEM_DOWN(Scope.ANNOTATE, "Thing below", "Down"),
    /// Next open thing.
    NEXT_OPEN(Scope.ANNOTATE, "Next open thing", "Ctrl+Down"),
    /// First open thing; hand the episode over.
    HAND_OVER(Scope.ANNOTATE, "First open thing; hand the episode over", "Enter"),
    /// Hand over with something left open.
    HAND_OVER_PARTIAL(Scope.ANNOTATE, "Hand over with something left open", "Ctrl+Enter"),
    /// Step edge one frame back.
    EDGE_BACK(Scope.ANNOTATE, "Step edge one frame back", "Alt+Left"),
    /// Step edge one frame on.
    EDGE_ON(Scope.ANNOTATE, "Step edge one frame on", "Alt+Right"),
    /// Step edge onto the next mark.
    SNAP(Scope.ANNOTATE, "Step edge onto the next mark", "S"),
    /// Brings back what was taken back.
    REDO(Scope.ANNOTATE, "Redo", "Ctrl+Shift+Z", "Ctrl+Y"),
    /// Another episode of the queue.
    NEXT_TASK(Scope.ANNOTATE, "Another episode of the queue", "PageDown"),

    /// The task was done.
    ROLLOUT_SUCCESS(Scope.ROLLOUTS, "Success", "S"),
    /// The task was not done.
    ROLLOUT_FAILURE(Scope.ROLLOUTS, "Failure; digits say why", "X"),
    /// Shows whose rollouts they are.
    UNBLIND(Scope.ROLLOUTS, "Show the policies' names", "U"),
    /// Runs the shipped policy.
    RUN_REFERENCE(Scope.ROLLOUTS, "Run the reference policy on the bench", "R"),
    /// The rollout before.
    PREVIOUS_ROLLOUT(Scope.ROLLOUTS, "Previous rollout", "PageUp"),
    /// The next rollout.
    NEXT_ROLLOUT(Scope.ROLLOUTS, "Next rollout", "PageDown"),
    /// Reason of a failure.
    REASON_1(Scope.ROLLOUTS, "Failed: wrong block", "1"),
    /// Reason of a failure.
    REASON_2(Scope.ROLLOUTS, "Failed: wrong arm", "2"),
    /// Reason of a failure.
    REASON_3(Scope.ROLLOUTS, "Failed: missed it", "3"),
    /// Reason of a failure.
    REASON_4(Scope.ROLLOUTS, "Failed: bumped into something", "4"),
    /// Reason of a failure.
    REASON_5(Scope.ROLLOUTS, "Failed: did not move", "5"),
    /// Reason of a failure.
    REASON_6(Scope.ROLLOUTS, "Failed: something else", "6"),

    /// Plays or pauses.
    PLAY(Scope.PLAYER, "Play, pause", "Space"),
    /// Plays backwards, faster each time.
    SHUTTLE_BACK(Scope.PLAYER, "Shuttle back", "J"),
    /// Pauses.
    SHUTTLE_STOP(Scope.PLAYER, "Shuttle stop", "K"),
    /// Plays forwards, faster each time.
    SHUTTLE_ON(Scope.PLAYER, "Shuttle on", "L"),
    /// One frame of the reference camera back.
    FRAME_BACK(Scope.PLAYER, "One frame back", ","),
    /// One frame of the reference camera on.
    FRAME_ON(Scope.PLAYER, "One frame on", "."),
    /// A tenth of a second back.
    TENTH_BACK(Scope.PLAYER, "0.1 s back", "Left"),
    /// A tenth of a second on.
    TENTH_ON(Scope.PLAYER, "0.1 s on", "Right"),
    /// A second back.
    SECOND_BACK(Scope.PLAYER, "1 s back", "Shift+Left"),
    /// A second on.
    SECOND_ON(Scope.PLAYER, "1 s on", "Shift+Right"),
    /// Goes to the event before: gripper, gap, mark.
    EVENT_BACK(Scope.PLAYER, "Previous event", "Ctrl+Left"),
    /// Goes to the next event.
    EVENT_ON(Scope.PLAYER, "Next event", "Ctrl+Right"),
    /// Goes to the first frame.
    FIRST(Scope.PLAYER, "First frame", "Home"),
    /// Goes to the last frame.
    LAST(Scope.PLAYER, "Last frame", "End"),
    /// Begins the range here.
    RANGE_IN(Scope.PLAYER, "Range begins here", "["),
    /// Ends the range here.
    RANGE_OUT(Scope.PLAYER, "Range ends here", "]"),
    /// Removes the range.
    RANGE_CLEAR(Scope.PLAYER, "Clear the range", "\\"),
    /// Repeats the range.
    LOOP(Scope.PLAYER, "Loop the range", "O"),
    /// Makes the next camera the reference.
    NEXT_CAMERA(Scope.PLAYER, "Next reference camera", "C"),
    /// Makes the camera before the reference.
    PREVIOUS_CAMERA(Scope.PLAYER, "Previous reference camera", "Shift+C"),
    /// Slower.
    SLOWER(Scope.PLAYER, "Slower", "-"),
    /// Faster.
    FASTER(Scope.PLAYER, "Faster", "="),
    /// Swaps a small pane with the big one.
    SWAP_PANE(Scope.PLAYER, "Swap the next pane with the big one", "Z"),
    /// Shows or hides the plots.
    PLOTS(Scope.PLAYER, "Plots", "P"),
    /// Shows or hides the robot's triads.
    TRIAD(Scope.PLAYER, "Triads", "T"),
    /// Shows or hides the ghosts.
    GHOST(Scope.PLAYER, "Ghosts", "G"),
    /// Copies a picture of the panes.
    STILL(Scope.PLAYER, "Still to the clipboard", "Ctrl+Shift+C");

    private final Scope scope;
    private final String words;
    private final List<KeyStroke> keys;

    Command(Scope scope, String words, String... keys) {
        this.scope = scope;
        this.words = words;
        this.keys = Stream.of(keys).map(KeyStroke::of).toList();
    }

    /// {@return where it applies}
    public Scope scope() {
        return scope;
    }

    /// {@return what it does, for people}
    public String words() {
        return words;
    }

    /// {@return its keys, the first is the one shown; none when it is in the palette alone}
    public List<KeyStroke> keys() {
        return keys;
    }

    /// {@return its first key as it is shown, empty when it has none}
    public String keyWord() {
        return keys.isEmpty() ? "" : keys.getFirst().toString();
    }

    /// {@return whether holding the key down repeats it; true for moving through time and lists
    /// alone, so that a leaning hand can neither record nor judge}
    public boolean repeats() {
        return switch (this) {
            case FRAME_BACK,
                    FRAME_ON,
                    TENTH_BACK,
                    TENTH_ON,
                    SECOND_BACK,
                    SECOND_ON,
                    EPISODE_UP,
                    EPISODE_DOWN,
                    DEVICE_UP,
                    DEVICE_DOWN,
                    ITEM_UP,
                    ITEM_DOWN,
                    EDGE_BACK,
                    EDGE_ON -> true;
            default -> false;
        };
    }
}

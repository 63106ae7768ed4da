package org.telescribe.app.shell;

import javafx.scene.control.Label;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.episode.model.ArmSource;

/// Where the arms are and what they do, visible in every workspace. Emulated and real must never be
/// taken for each other: one is hatched and outlined, the other filled.
public final class ArmChip extends Label {
    /// A chip that is not shown yet.
    public ArmChip() {
        getStyleClass().add("arm-chip");
        setVisible(false);
        setMinWidth(USE_PREF_SIZE);
    }

    /// Shows what the arms are and do.
    ///
    /// @param source emulated or real
    /// @param state state of the control loop
    public void show(ArmSource source, ControlState state) {
        setVisible(true);
        String style = source == ArmSource.EMULATED ? "emulated" : "real";
        getStyleClass().removeAll("emulated", "real", "hold");
        getStyleClass().add(style);
        if (state == ControlState.HOLD) {
            getStyleClass().add("hold");
        }
        setText(source.name() + "  " + state.name());
        setAccessibleText("arms: %s, %s".formatted(style, state.name()));
    }
}

package org.telescribe.viewer3d.fx;

import java.util.List;
import javafx.scene.paint.Color;

/// Colours inside the well, the same in all themes. Hue is an arm, a camera or a channel.
public final class WellColours {
    /// Behind everything.
    public static final Color WELL = Color.web("#0B0D10");

    /// Grid lines and separators.
    public static final Color LINE = Color.web("#29323C");

    /// Words.
    public static final Color TEXT = Color.web("#E9EEF3");

    /// Secondary words.
    public static final Color SECOND = Color.web("#AEBAC6");

    /// Hints and names of tracks.
    public static final Color HINT = Color.web("#8592A0");

    /// A step's block.
    public static final Color STEP = Color.web("#36414D");

    /// A chosen range.
    public static final Color RANGE = Color.web("#F4F7FA", 0.10);

    /// The playhead.
    public static final Color PLAYHEAD = Color.web("#F4F7FA");

    /// The left arm.
    public static final Color LEFT_ARM = Color.web("#56B4E9");

    /// The right arm.
    public static final Color RIGHT_ARM = Color.web("#F28C28");

    /// Something is late or was repeated.
    public static final Color WARN = Color.web("#F2E94C");

    private static final List<Color> CAMERAS =
            List.of(Color.web("#FAF03C"), Color.web("#5C8C68"), Color.web("#A97295"), Color.web("#D4FFEB"));

    private static final List<Color> SERIES = List.of(
            Color.web("#56B4E9"),
            Color.web("#F28C28"),
            Color.web("#FAF03C"),
            Color.web("#5C8C68"),
            Color.web("#A97295"),
            Color.web("#D4FFEB"));

    private WellColours() {}

    /// {@return a camera's colour; beyond the fourth they begin again}
    ///
    /// @param number the camera's number, from 1
    public static Color camera(int number) {
        return CAMERAS.get(Math.floorMod(number - 1, CAMERAS.size()));
    }

    /// {@return a categorical colour; beyond the sixth they begin again}
    ///
    /// @param index from 0
    public static Color series(int index) {
        return SERIES.get(Math.floorMod(index, SERIES.size()));
    }
}

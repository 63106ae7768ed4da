package org.telescribe.viewer3d.fx.player;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The 3D pane.
public final class SpacePane extends Region implements AutoCloseable {
    private final HBox header = new HBox(6);
    private final Label hint = new Label();
    private final Label veil = new Label();

    /// A pane without a scene.
    ///
    /// @param sentence why, and what to do
    public SpacePane(String sentence) {
        getStyleClass().addAll("video-pane", "space-pane");
        Label dot = new Label("3D");
        dot.getStyleClass().add("space-badge");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        hint.getStyleClass().addAll("number", "pane-age");
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.getChildren().addAll(dot, space, hint);
        veil.getStyleClass().add("veil");
        veil.setWrapText(true);
        veil.setAlignment(Pos.CENTER);
        veil.setText(sentence);
        getChildren().addAll(veil, header);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("3D");
    }

    HBox header() {
        return header;
    }

    /// Shows or hides the triads.
    public void toggleTriads() {}

    /// Shows or hides the ghosts.
    public void toggleGhosts() {}

    void pulse(long tickNanos, int row) {}

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        veil.resizeRelocate(0, VideoPane.HEADER, width, height - VideoPane.HEADER);
        header.resizeRelocate(0, 0, width, VideoPane.HEADER);
    }

    @Override
    public void close() {}
}

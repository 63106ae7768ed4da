package org.telescribe.teleop.ui.collect;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.control.recorder.CameraStatus;
import org.telescribe.viewer3d.fx.image.ScreenImage;

/// One live camera: header with number, name, age and LIVE, the picture below. A lost camera keeps
/// its last picture under a grey veil and says why.
public final class CameraTile extends Region {
    /// Height of the header, pixels.
    public static final double HEADER_HEIGHT = 22;

    private final String name;
    private final int number;
    private final HBox header = new HBox(8);
    private final Label age = new Label("–");
    private final Label live = new Label("LIVE");
    private final StackPane well = new StackPane();
    private final ImageView view = new ImageView();
    private final Label veil = new Label("Waiting for the first picture");
    private final ScreenImage image;
    private @Nullable ScreenImage loop;

    /// A tile for one camera.
    ///
    /// @param number the camera's number, from 1
    /// @param name its name
    /// @param image its picture
    public CameraTile(int number, String name, ScreenImage image) {
        this.name = name.replace('_', ' ');
        this.number = number;
        this.image = image;
        getStyleClass().add("camera-tile");
        Label dot = new Label(Integer.toString(number));
        dot.getStyleClass().addAll("camera-number", "camera-" + number);
        Label title = new Label(this.name);
        title.getStyleClass().add("pane-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        age.getStyleClass().addAll("number", "pane-age");
        live.getStyleClass().add("live-badge");
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("pane-header");
        header.getChildren().addAll(dot, title, space, age, live);
        well.getStyleClass().add("well");
        view.setImage(image.image());
        view.setPreserveRatio(true);
        view.setSmooth(true);
        veil.getStyleClass().add("veil");
        veil.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        veil.setWrapText(true);
        well.getChildren().addAll(view, veil);
        getChildren().addAll(well, header);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /// Shows the newest picture.
    public void pulse() {
        ScreenImage shown = loop;
        (shown == null ? image : shown).show();
    }

    /// Shows the recorded episode in the place of what the camera sees, or the camera again.
    ///
    /// @param recorded pictures of the episode; null for the camera
    /// @param words how they are played, in the place of LIVE
    /// @param at time in the episode, in the place of the age
    void loop(@Nullable ScreenImage recorded, String words, String at) {
        if (recorded != loop) {
            loop = recorded;
            view.setImage((recorded == null ? image : recorded).image());
            live.setText(recorded == null ? "LIVE" : words);
            live.getStyleClass().setAll("label", recorded == null ? "live-badge" : "loop-badge");
        }
        if (recorded != null) {
            age.setText(at);
            live.setVisible(true);
            veil.setVisible(false);
            setAccessibleText("camera %d, %s, the recorded episode at %s".formatted(number, name, at));
        }
    }

    /// Updates the words, a few times a second.
    ///
    /// @param status what is known of the camera
    /// @param nowNanos session clock, nanoseconds
    public void describe(CameraStatus status, long nowNanos) {
        if (loop != null) {
            return;
        }
        long seenNanos = status.newestCaptureNanos();
        double ageMillis = (nowNanos - seenNanos) * 1e-6;
        boolean none = status.frames() == 0;
        boolean lost = !status.lost().isEmpty();
        boolean stalled = !none && ageMillis > 1000;
        age.setText(none ? "–" : String.format(Locale.ROOT, "%.0f ms", Math.max(0, ageMillis)));
        live.setVisible(!none && !lost && !stalled);
        veil.setVisible(none || lost || stalled);
        if (lost) {
            veil.setText(status.lost());
        } else if (stalled) {
            veil.setText(String.format(Locale.ROOT, "no frame for %.1f s", ageMillis / 1000));
        }
        setAccessibleText("camera %d, %s, %s".formatted(number, name, lost ? status.lost() : age.getText()));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        layoutInArea(well, 0, 0, width, height, 0, null, javafx.geometry.HPos.LEFT, javafx.geometry.VPos.TOP);
        well.resizeRelocate(0, 0, width, height);
        header.resizeRelocate(0, 0, width, HEADER_HEIGHT);
        view.setFitWidth(width);
        view.setFitHeight(height);
    }
}

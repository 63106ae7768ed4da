package org.telescribe.viewer3d.fx.player;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.telescribe.viewer3d.fx.image.ScreenImage;
import org.telescribe.viewer3d.fx.time.TimeText;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.player.PaneBadge;
import org.telescribe.viewer3d.playback.player.PaneState;

/// One camera of an episode: header with number, name, age and badge; the picture below; over it what is
/// projected into it. A wrong picture is never shown as right: the badge says how far it can be trusted.
public final class VideoPane extends Region {
    /// Height of the header, pixels.
    public static final double HEADER = 20;

    /// Below this width the header keeps the camera's number, its name as far as it fits, and the badge.
    private static final double NARROW = 200;

    private final int number;
    private final String name;
    private final ScreenImage image;
    private final ImageView view = new ImageView();
    private final Canvas overlay = new Canvas();
    private final HBox header = new HBox(6);
    private final Label title = new Label();
    private final Label age = new Label();
    private final Label badge = new Label();
    private final Label reference = new Label("ref");
    private final Label veil = new Label();
    private PaneOverlay painter = (g, tick, scale) -> {};
    private long paintedTick = Long.MIN_VALUE;
    private String badgeStyle = "";
    private String badgeWords = "";
    private boolean isReference;
    private PaneBadge shown = new PaneBadge.Exact();

    /// Paints over a picture.
    @FunctionalInterface
    public interface PaneOverlay {
        /// Paints.
        ///
        /// @param g a cleared canvas whose unit is the picture's pixel, 0 at its upper left corner
        /// @param tickNanos the moment on show
        /// @param pixelsPerUnit how many screen pixels one picture pixel takes
        void paint(GraphicsContext g, long tickNanos, double pixelsPerUnit);
    }

    VideoPane(int number, CameraClip camera) {
        this.number = number;
        this.name = camera.name().replace('_', ' ');
        int width = Math.max(2, camera.width());
        int height = Math.max(2, camera.height());
        this.image = new ScreenImage(width, height);
        getStyleClass().add("video-pane");
        view.setImage(image.image());
        view.setPreserveRatio(true);
        view.setSmooth(true);
        overlay.setMouseTransparent(true);
        Label dot = new Label(Integer.toString(number));
        dot.getStyleClass().addAll("camera-number", "camera-" + number);
        title.setText(name);
        title.getStyleClass().add("pane-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        age.getStyleClass().addAll("number", "pane-age");
        badge.getStyleClass().addAll("number", "pane-badge");
        badge.setMinWidth(USE_PREF_SIZE);
        reference.getStyleClass().add("reference-badge");
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.setManaged(false); // placed by hand: its words change often and lay out nothing but it
        header.getChildren().addAll(dot, title, reference, space, age, badge);
        veil.getStyleClass().add("veil");
        veil.setWrapText(true);
        veil.setAlignment(Pos.CENTER);
        getChildren().addAll(view, overlay, veil, header);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    ScreenSink sink() {
        return new ScreenSink(image);
    }

    Image picture() {
        return view.getImage();
    }

    HBox header() {
        return header;
    }

    void overlay(PaneOverlay newPainter) {
        painter = newPainter;
        repaint();
    }

    /// Paints the overlay anew at the next `show`.
    void repaint() {
        paintedTick = Long.MIN_VALUE;
    }

    void reference(boolean on) {
        if (isReference != on) {
            isReference = on;
            fitHeader();
        }
    }

    void show(PaneState state, long tickNanos, boolean wordsToo) {
        if (tickNanos != paintedTick) {
            paintedTick = tickNanos;
            paint(tickNanos);
        }
        boolean changed = !state.badge().equals(shown);
        if (changed || wordsToo) {
            shown = state.badge();
            describe(state);
        }
    }

    private void describe(PaneState state) {
        BadgeText text = BadgeText.of(state.badge());
        if (!text.style().equals(badgeStyle)) {
            badge.getStyleClass().remove(badgeStyle);
            badge.getStyleClass().add(text.style());
            badgeStyle = text.style();
        }
        badgeWords = text.words();
        fitHeader();
        veil.setText(text.veil());
        veil.setVisible(!text.veil().isEmpty());
        age.setText(state.frame() < 0 ? TimeText.MISSING : TimeText.number(state.ageNanos() * 1e-6, 0) + " ms");
        setAccessibleText(String.format(
                Locale.ROOT,
                "camera %d, %s, frame %d, %s",
                number,
                name,
                state.frame(),
                text.words().isEmpty() ? "exact" : text.words()));
    }

    /// In a narrow pane the badge keeps its word alone and the name makes room for it.
    private void fitHeader() {
        boolean narrow = getWidth() < NARROW;
        boolean hasBadge = !badgeWords.isEmpty();
        int end = narrow ? badgeWords.indexOf(' ') : -1;
        badge.setText(end < 0 ? badgeWords : badgeWords.substring(0, end));
        show(badge, hasBadge);
        show(title, !narrow || !hasBadge);
        show(age, !narrow);
        show(reference, !narrow && isReference);
    }

    private static void show(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }

    private void paint(long tickNanos) {
        GraphicsContext g = overlay.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        double width = view.getImage().getWidth();
        double scale = overlay.getWidth() / width;
        if (scale > 0) {
            g.scale(scale, scale);
            painter.paint(g, tickNanos, scale);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double aspect = view.getImage().getWidth() / view.getImage().getHeight();
        double pictureHeight = Math.min(height, width / aspect);
        double pictureWidth = pictureHeight * aspect;
        double x = Math.floor((width - pictureWidth) / 2);
        double y = Math.floor((height - pictureHeight) / 2);
        view.setFitWidth(pictureWidth);
        view.setFitHeight(pictureHeight);
        view.relocate(x, y);
        if (overlay.getWidth() != pictureWidth || overlay.getHeight() != pictureHeight) {
            overlay.setWidth(pictureWidth);
            overlay.setHeight(pictureHeight);
            repaint();
        }
        overlay.relocate(x, y);
        veil.resizeRelocate(0, HEADER, width, height - HEADER);
        fitHeader();
        header.resizeRelocate(0, 0, width, HEADER);
    }
}

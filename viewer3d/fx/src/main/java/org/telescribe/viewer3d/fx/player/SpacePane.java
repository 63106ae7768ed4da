package org.telescribe.viewer3d.fx.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.telescribe.viewer3d.fx.image.PixelScreen;
import org.telescribe.viewer3d.playback.player.PaneState;
import org.telescribe.viewer3d.render.RenderService;
import org.telescribe.viewer3d.render.SceneView;
import org.telescribe.viewer3d.scene.camera.OrbitCamera;
import org.telescribe.viewer3d.scene.camera.SavedView;
import org.telescribe.viewer3d.scene.frame.SceneFrame;

/// The 3D pane: dragging turns the scene, the middle button moves it, the wheel comes nearer, Home
/// in the header's views looks from a fixed side. Pictures are drawn by the GL thread; this pane
/// asks for one when what it shows has changed.
public final class SpacePane extends Region implements AutoCloseable {
    private boolean isCalm;
    private static final double TURN_RAD_PER_PIXEL = 0.008;
    private static final double ZOOM_PER_LINE = 0.0018;
    private static final double OFFER_GAP = 14;
    private static final double FILL = 0.88;
    private static final double LEAST_WIDTH_FOR_VIEWS = 300;
    private static final Map<SavedView, String> VIEWS = Map.of(
            SavedView.FRONT, "front",
            SavedView.LEFT, "left",
            SavedView.RIGHT, "right",
            SavedView.TOP, "top",
            SavedView.ISO, "iso");

    private final HBox header = new HBox(2);
    private final List<Button> views = new ArrayList<>();
    private final Label veil = new Label();
    private final ImageView view = new ImageView();
    private final PixelScreen screen = new PixelScreen();
    private final @Nullable SpaceScene scene;
    private final @Nullable SceneView drawing;
    private SpaceScene.Layers layers = new SpaceScene.Layers(true, false, true, true);
    private @Nullable OrbitCamera camera;
    private @Nullable OrbitCamera askedCamera;
    private SpaceScene.@Nullable Layers askedLayers;
    private long askedTick = Long.MIN_VALUE;
    private long asked;
    private long shown;
    private int askedWidth;
    private int askedHeight;
    private int fixedWidth;
    private int fixedHeight;
    private double dragX;
    private double dragY;

    /// A pane that draws a scene.
    ///
    /// @param scene what is seen
    /// @param service draws it
    public SpacePane(SpaceScene scene, RenderService service) {
        this.scene = scene;
        this.drawing = service.openView(screen::accept);
        build("Drawing the scene");
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnScroll(this::scrolled);
        for (SavedView saved : SavedView.values()) {
            Button button = new Button(VIEWS.getOrDefault(saved, saved.name()));
            button.getStyleClass().add("view-button");
            button.setFocusTraversable(false);
            button.setAccessibleText("look from " + button.getText());
            button.setOnAction(pressed -> lookFrom(saved));
            header.getChildren().add(button);
            views.add(button);
        }
    }

    /// A pane without a scene.
    ///
    /// @param sentence why, and what to do
    /// @param offer a button that does something about it; null for none
    public SpacePane(String sentence, @Nullable Button offer) {
        this.scene = null;
        this.drawing = null;
        build(sentence);
        if (offer != null) {
            veil.setGraphic(offer);
            veil.setContentDisplay(ContentDisplay.BOTTOM);
            veil.setGraphicTextGap(OFFER_GAP);
        }
    }

    private void build(String sentence) {
        getStyleClass().addAll("video-pane", "space-pane");
        Label dot = new Label("3D");
        dot.getStyleClass().add("space-badge");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.getChildren().addAll(dot, space);
        veil.getStyleClass().add("veil");
        veil.setWrapText(true);
        veil.setAlignment(Pos.CENTER);
        veil.setText(sentence);
        view.setSmooth(false);
        getChildren().addAll(view, veil, header);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("3D view. " + sentence);
    }

    HBox header() {
        return header;
    }

    /// Draws in a fixed size instead of the pane's; for benchmarks.
    ///
    /// @param width pixels
    /// @param height pixels
    public void drawIn(int width, int height) {
        fixedWidth = width;
        fixedHeight = height;
    }

    /// {@return how many pictures were drawn}
    public long pictures() {
        SceneView open = drawing;
        return open == null ? 0 : open.delivered();
    }

    /// {@return whether what was asked for last is on the screen, or there is nothing to draw}
    public boolean isSettled() {
        return drawing == null || (view.getImage() != null && shown == asked);
    }

    /// Shows or hides the triads.
    public void toggleTriads() {
        layers = new SpaceScene.Layers(!layers.triads(), layers.ghosts(), layers.paths(), layers.cameras());
    }

    /// Shows or hides the ghosts.
    public void toggleGhosts() {
        layers = new SpaceScene.Layers(layers.triads(), !layers.ghosts(), layers.paths(), layers.cameras());
    }

    private void lookFrom(SavedView saved) {
        SpaceScene shown = scene;
        if (shown != null && getHeight() > 0) {
            SceneFrame frame = shown.at(0, 0, new SpaceScene.Layers(false, false, true, false));
            camera = OrbitCamera.fit(frame.bounds(), saved, getWidth() / getHeight())
                    .zoom(FILL);
        }
    }

    private void pressed(MouseEvent event) {
        dragX = event.getX();
        dragY = event.getY();
    }

    private void dragged(MouseEvent event) {
        OrbitCamera now = camera;
        if (now != null) {
            double dx = event.getX() - dragX;
            double dy = event.getY() - dragY;
            camera = event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()
                    ? now.orbit(-dx * TURN_RAD_PER_PIXEL, dy * TURN_RAD_PER_PIXEL)
                    : now.pan(dx / getHeight(), dy / getHeight());
        }
        dragX = event.getX();
        dragY = event.getY();
    }

    private void scrolled(ScrollEvent event) {
        OrbitCamera now = camera;
        if (now != null) {
            camera = now.zoom(Math.exp(-event.getDeltaY() * ZOOM_PER_LINE));
            event.consume();
        }
    }

    /// Asks for a picture if what is shown has changed, and shows the newest one. Called on every
    /// pulse.
    ///
    /// @param tickNanos the moment; another one is another picture
    /// @param row its row
    public void pulse(long tickNanos, int row) {
        SpaceScene scene3d = scene;
        SceneView view3d = drawing;
        if (scene3d == null || view3d == null || getWidth() < 2 || getHeight() < 2) {
            return;
        }
        if (camera == null) {
            lookFrom(SavedView.ISO);
        }
        OrbitCamera now = camera;
        int width = fixedWidth > 0 ? fixedWidth : (int) getWidth();
        int height = fixedHeight > 0 ? fixedHeight : (int) getHeight();
        boolean changed = tickNanos != askedTick
                || !layers.equals(askedLayers)
                || width != askedWidth
                || height != askedHeight
                || (now != null && !now.equals(askedCamera));
        if (changed && now != null) {
            askedTick = tickNanos;
            askedLayers = layers;
            askedWidth = width;
            askedHeight = height;
            askedCamera = now;
            view3d.request(scene3d.at(tickNanos, row, layers), now, width, height);
            asked++;
        }
        if (screen.show()) {
            shown = asked;
            view.setImage(screen.image());
            veil.setVisible(false);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        view.setFitWidth(width);
        view.setFitHeight(height);
        veil.resizeRelocate(0, VideoPane.HEADER, width, height - VideoPane.HEADER);
        views.forEach(button -> button.setVisible(width >= LEAST_WIDTH_FOR_VIEWS));
        header.resizeRelocate(0, 0, width, VideoPane.HEADER);
    }

    @Override
    public void close() {
        SceneView open = drawing;
        if (open != null) {
            open.close();
        }
    }

    /// Says whether this pane may draw less often than the cameras' panes while they play: for screens on
    /// which something else matters more.
    ///
    /// @param calm whether it may
    public void calm(boolean calm) {
        isCalm = calm;
    }

    /// {@return whether this pane draws together with the cameras' panes}
    ///
    /// @param cameras what they show
    boolean keepsUpWith(List<PaneState> cameras) {
        return !isCalm && cameras.stream().noneMatch(PaneState::isBehind);
    }
}

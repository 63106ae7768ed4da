package org.telescribe.teleop.ui.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.teleop.control.collect.CollectView;
import org.telescribe.teleop.control.message.ControlSnapshot.ArmSnapshot;
import org.telescribe.teleop.control.recorder.CameraStatus;
import org.telescribe.teleop.ui.collect.CameraTile;
import org.telescribe.viewer3d.fx.image.ScreenImage;

/// Arms and cameras at the left, the selected arm's servos and the cameras' pictures in the middle, what
/// to do next at the right.
public final class StationPane extends Region {
    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");
    private static final double LARGE_WIDTH = 1600;
    private static final double MARGIN = 12;
    private static final double GUTTER = 8;
    private static final double LEFT_WIDTH = 264;
    private static final double RIGHT_WIDTH = 316;
    private static final int ARMS = 4;
    private static final long LATE_NANOS = 20_000_000L;
    private static final double SLOW_SHARE = 0.9;

    private final List<String> cameras;
    private final double tickRate;
    private final List<CameraTile> tiles = new ArrayList<>();
    private final DeviceList devices = new DeviceList();
    private final ServoTable servos = new ServoTable();
    private final VBox left = new VBox(8);
    private final VBox centre = new VBox(8);
    private final CameraWall wall;
    private final VBox right = new VBox(10);
    private final Label next = new Label();
    private final Label calibration = new Label();
    private final Label disk = new Label();
    private final Label schedule = new Label();
    private final List<RateMeter> meters = new ArrayList<>();
    private int selected;

    /// What does not change while the station is open.
    ///
    /// @param setup what is known of where arms and cameras are, for people
    /// @param realTime sentence about real-time scheduling
    /// @param tickRate rate of the control loop, hertz
    public record Facts(String setup, String realTime, double tickRate) {}

    /// A screen for an open station.
    ///
    /// @param cameras names of the cameras, in the dataset's order
    /// @param images their pictures, in the same order
    /// @param facts what does not change
    public StationPane(List<String> cameras, List<ScreenImage> images, Facts facts) {
        this.cameras = List.copyOf(cameras);
        this.tickRate = facts.tickRate();
        getStyleClass().add("station");
        for (int i = 0; i < cameras.size(); i++) {
            CameraTile tile = new CameraTile(i + 1, cameras.get(i), images.get(i));
            tiles.add(tile);
        }
        wall = new CameraWall(tiles);
        for (int i = 0; i < ARMS + cameras.size(); i++) {
            meters.add(new RateMeter());
        }
        left.getStyleClass().addAll("card", "device-card");
        left.getChildren().addAll(devices);
        devices.onSelect(this::select);
        VBox.setVgrow(wall, Priority.ALWAYS);
        servos.getStyleClass().add("card");
        servos.setMinHeight(USE_PREF_SIZE);
        centre.getChildren().addAll(servos, wall);
        fillRight(facts);
        getChildren().addAll(left, centre, right);
        setAccessibleText("station");
    }

    private void fillRight(Facts facts) {
        right.getStyleClass().add("card");
        next.getStyleClass().add("next-sentence");
        next.setWrapText(true);
        calibration.setText(facts.setup());
        schedule.setText(facts.realTime());
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        right.getChildren().addAll(title("NEXT"), next, space, calibration, disk, schedule);
        for (Label line : List.of(calibration, disk, schedule)) {
            line.getStyleClass().add("secondary");
            line.setWrapText(true);
        }
    }

    private void select(int index) {
        selected = index;
        if (index >= ARMS) {
            wall.enlarge(index - ARMS);
        }
    }

    static Label title(String word) {
        Label label = new Label(word);
        label.getStyleClass().add("card-title");
        return label;
    }

    /// Selects the device above or below.
    ///
    /// @param down whether below
    public void move(boolean down) {
        devices.move(down);
    }

    /// Shows the newest pictures. Called on every pulse.
    public void pulse() {
        tiles.forEach(CameraTile::pulse);
    }

    /// Shows what the station says; a few times a second.
    ///
    /// @param view what the session says
    /// @param nowNanos session clock, nanoseconds
    /// @param diskWords free space, for people
    public void show(CollectView view, long nowNanos, String diskWords) {
        List<DeviceRow> rows = new ArrayList<>();
        ArmSnapshot leftArm = view.control().left();
        ArmSnapshot rightArm = view.control().right();
        rows.add(arm("L", "arm-left", "left leader", leftArm, true, view, nowNanos, 0));
        rows.add(arm("L", "arm-left", "left follower", leftArm, false, view, nowNanos, 1));
        rows.add(arm("R", "arm-right", "right leader", rightArm, true, view, nowNanos, 2));
        rows.add(arm("R", "arm-right", "right follower", rightArm, false, view, nowNanos, 3));
        for (int i = 0; i < cameras.size(); i++) {
            CameraStatus status = view.recorder().cameras().get(i);
            rows.add(camera(i, status, nowNanos));
            tiles.get(i).describe(status, nowNanos);
        }
        devices.show(rows, ARMS);
        boolean leftSide = selected < 2 || selected >= ARMS;
        servos.show(
                rows.get(Math.min(selected, ARMS - 1)).name(),
                leftSide ? leftArm : rightArm,
                leftSide ? "arm-left" : "arm-right");
        next.setText(NextSentence.of(view, nowNanos));
        disk.setText(diskWords);
    }

    private DeviceRow arm(
            String badge,
            String style,
            String name,
            ArmSnapshot arm,
            boolean leader,
            CollectView view,
            long nowNanos,
            int meter) {
        long faults = leader ? arm.leaderFaults() : arm.followerFaults();
        BusOutcome outcome = leader ? arm.leaderOutcome() : arm.followerOutcome();
        long ageNanos = leader ? arm.leaderAgeNanos() : arm.followerAgeNanos();
        double rate = meters.get(meter).rate(view.control().tick() - faults, nowNanos);
        boolean silent = outcome != BusOutcome.OK && ageNanos > LATE_NANOS;
        boolean slow = rate < tickRate * SLOW_SHARE;
        DeviceRow.Health health = silent ? DeviceRow.Health.BAD : slow ? DeviceRow.Health.WARN : DeviceRow.Health.OK;
        String word = silent ? "silent" : slow ? "slow" : "ok";
        return new DeviceRow(badge, style, name, rate, health, word);
    }

    private DeviceRow camera(int index, CameraStatus status, long nowNanos) {
        double rate = meters.get(ARMS + index).rate(status.frames(), nowNanos);
        boolean lost = !status.lost().isEmpty();
        long ageNanos = nowNanos - status.newestCaptureNanos();
        boolean stalled = status.frames() > 0 && ageNanos > 1_000_000_000L;
        return new DeviceRow(
                Integer.toString(index + 1),
                "camera-" + (index + 1),
                status.name().replace('_', ' '),
                rate,
                lost || stalled ? DeviceRow.Health.BAD : DeviceRow.Health.OK,
                lost ? "lost" : stalled ? "stalled" : String.format(Locale.ROOT, "%.0f ms", ageNanos * 1e-6));
    }

    @Override
    protected void layoutChildren() {
        pseudoClassStateChanged(LARGE, getWidth() >= LARGE_WIDTH);
        double width = getWidth() - 2 * MARGIN;
        double height = getHeight() - 2 * MARGIN;
        double middle = width - LEFT_WIDTH - RIGHT_WIDTH - 2 * GUTTER;
        place(left, MARGIN, LEFT_WIDTH, height);
        place(centre, MARGIN + LEFT_WIDTH + GUTTER, middle, height);
        place(right, MARGIN + LEFT_WIDTH + GUTTER + middle + GUTTER, RIGHT_WIDTH, height);
    }

    private static void place(Node node, double x, double width, double height) {
        node.resizeRelocate(x, MARGIN, width, height);
    }

    static HBox line(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}

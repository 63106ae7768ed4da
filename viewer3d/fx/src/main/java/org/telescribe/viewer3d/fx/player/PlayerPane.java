package org.telescribe.viewer3d.fx.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.fx.channel.ChannelList;
import org.telescribe.viewer3d.fx.channel.ChannelTable;
import org.telescribe.viewer3d.fx.plot.Plot;
import org.telescribe.viewer3d.fx.plot.PlotStack;
import org.telescribe.viewer3d.fx.time.Timeline;
import org.telescribe.viewer3d.fx.time.TimelineTracks;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.playback.player.DecodeHook;
import org.telescribe.viewer3d.playback.player.PaneBadge;
import org.telescribe.viewer3d.playback.player.PaneState;
import org.telescribe.viewer3d.playback.player.PictureBuffers;
import org.telescribe.viewer3d.playback.player.PictureSink;
import org.telescribe.viewer3d.playback.player.Player;
import org.telescribe.viewer3d.playback.player.PlayerSettings;

/// The player as one component: video panes, 3D, plots and timeline under one clock, channels beside
/// them. Review, Annotate and Rollouts use it alike. Its owner calls [#pulse] once a pulse and closes
/// it.
public final class PlayerPane extends Region implements AutoCloseable {
    private static final double MARGIN = 12;
    private static final double GUTTER = PlayerLayout.GUTTER;
    private static final double RIGHT = 284;
    private static final double LARGE_RIGHT = 400;
    private static final double LARGE = 1600;
    private static final int MOST_PLOTS = 4;
    private static final int FIRST_PLOTS = 2;
    private static final long WORDS_NANOS = 250_000_000L;
    private static final long SPACE_WAITS_NANOS = 120_000_000L;
    private static final long NANOS = 1_000_000_000L;

    private final Player player;
    private final EpisodeClip clip;
    private final SpacePane space;
    private final List<VideoPane> videos = new ArrayList<>();
    private final List<Region> order = new ArrayList<>();
    private final ChannelTable channels;
    private final ChannelList channelList;
    private final PlotStack plots = new PlotStack();
    private final TransportBar transport;
    private final Timeline timeline = new Timeline();
    private TimelineTracks tracks;
    private boolean asideShown = true;
    private boolean isRow;
    private final EpisodeCard card;
    private final double timelineHeight;
    private boolean plotsShown = true;
    private long wordsNanos;
    private long shownTick = Long.MIN_VALUE;
    private int shownRow = -1;
    private long spacedTick = Long.MIN_VALUE;
    private long jumpedNanos;

    /// What a player pane is given beside the episode.
    ///
    /// @param settings how the player uses the machine
    /// @param buffers buffers of decoded pictures, used by one player after the other
    /// @param clock session clock
    /// @param scheduling puts the decoders' threads into the background
    /// @param hook called by the decoders before they work
    public record Means(
            PlayerSettings settings,
            PictureBuffers buffers,
            SessionClock clock,
            ThreadScheduling scheduling,
            DecodeHook hook) {}

    /// Opens an episode.
    ///
    /// @param clip the episode
    /// @param space the 3D pane; this pane takes it over
    /// @param means clock, threads and memory
    public PlayerPane(EpisodeClip clip, SpacePane space, Means means) {
        this.clip = clip;
        this.space = space;
        getStyleClass().add("player");
        List<PictureSink> sinks = new ArrayList<>();
        for (int i = 0; i < clip.cameras().size(); i++) {
            VideoPane pane = new VideoPane(i + 1, clip.cameras().get(i));
            videos.add(pane);
            sinks.add(pane.sink());
        }
        this.player = Player.open(
                clip, sinks, means.settings(), means.buffers(), means.clock(), means.scheduling(), means.hook());
        order.addAll(videos);
        order.add(Math.min(1, order.size()), space);
        for (Region pane : order) {
            Node header = pane instanceof VideoPane video ? video.header() : space.header();
            header.setOnMouseClicked(clicked -> makeBig(pane));
        }
        this.channels = new ChannelTable(clip);
        this.channelList = new ChannelList(
                channels, channels.mostMoving(FIRST_PLOTS, clip.rows()), MOST_PLOTS, joints -> showPlots());
        this.transport = new TransportBar(player, this::first, () -> step(-1), this::toggle, () -> step(1), this::last);
        this.tracks = TrackFacts.of(clip);
        this.timelineHeight = Timeline.height(tracks.grippers().size());
        this.card = new EpisodeCard(clip);
        timeline.show(tracks);
        timeline.onScrub(player::dragTo, player::dragEnd);
        plots.onPick(player::seekRow, this::range);
        getChildren().addAll(order);
        getChildren().addAll(plots, transport, timeline, channelList, card);
        channelList.getStyleClass().add("card");
        getChildren().forEach(child -> child.setManaged(false)); // placed by hand, each laid out by itself
        showPlots();
        setAccessibleText("player, %s, episode %d".formatted(clip.dataset(), clip.episode()));
    }

    private void makeBig(Region pane) {
        int at = order.indexOf(pane);
        if (at > 0) {
            Region big = order.getFirst();
            order.set(0, pane);
            order.set(at, big);
            requestLayout();
        }
    }

    private void showPlots() {
        List<Plot> shown = channelList.plotted().stream().map(channels::plot).toList();
        String whenEmpty =
                clip.dataTrouble().isEmpty() ? "Choose a channel at the right to plot it." : clip.dataTrouble();
        plots.show(shown, clip.rows(), whenEmpty);
    }

    private void range(int fromRow, int toRow) {
        if (toRow > fromRow) {
            player.loop(clip.tickNanosOfRow(fromRow), clip.tickNanosOfRow(toRow));
            player.endLoop();
            rangeFrom = clip.tickNanosOfRow(fromRow);
            rangeTo = clip.tickNanosOfRow(toRow);
        }
    }

    private long rangeFrom = -1;
    private long rangeTo = -1;

    /// Shows what is due. Once a pulse; while it plays, what is drawn changes with the rows and not
    /// with the pulses between them.
    ///
    /// @param nowNanos session clock, nanoseconds
    public void pulse(long nowNanos) {
        List<PaneState> states = player.pulse(nowNanos);
        long tick = player.tickNanos();
        boolean words = nowNanos - wordsNanos >= WORDS_NANOS || (!player.isPlaying() && tick != shownTick);
        if (words) {
            wordsNanos = nowNanos;
        }
        if (player.isPlaying() && player.row() == shownRow && !words) {
            return;
        }
        shownRow = player.row();
        for (int i = 0; i < videos.size(); i++) {
            videos.get(i).show(states.get(i), tick, words);
            if (words) {
                videos.get(i).reference(videos.size() > 1 && player.referenceCamera() == i);
            }
        }
        if (spaceIsDue(nowNanos, tick, states)) {
            space.pulse(tick, player.row());
            spacedTick = tick;
        }
        if (tick != shownTick) {
            shownTick = tick;
            timeline.playhead(tick);
            plots.playhead(tick * clip.framesPerSecond() / NANOS);
        }
        if (words) {
            channelList.show(player.row());
            int reference = player.referenceCamera();
            boolean known = reference >= 0 && reference < videos.size();
            int frame = known ? states.get(reference).frame() : player.row();
            transport.show(player, frame, known ? "%d".formatted(reference + 1) : "");
            timeline.range(
                    player.isLooping() ? player.loopFromNanos() : rangeFrom,
                    player.isLooping() ? player.loopToNanos() : rangeTo,
                    player.isLooping());
        }
    }

    /// After a jump, and while a camera is behind, pictures come first: drawing too would make both late.
    private boolean spaceIsDue(long nowNanos, long tick, List<PaneState> states) {
        if (tick != shownTick && !player.isPlaying()) {
            jumpedNanos = nowNanos;
        }
        boolean exact = player.isPlaying() ? space.keepsUpWith(states) : areVideosExact();
        boolean due = exact || nowNanos - jumpedNanos > SPACE_WAITS_NANOS;
        jumpedNanos = due && player.isPlaying() ? nowNanos : jumpedNanos;
        return due;
    }

    /// {@return the player, for its owner's keys and for benchmarks}
    public Player player() {
        return player;
    }

    /// Shows given states beside the pictures that are on the screen; for pictures of each state.
    ///
    /// @param states one for each camera
    public void present(List<PaneState> states) {
        for (int i = 0; i < videos.size(); i++) {
            videos.get(i).show(states.get(i), player.tickNanos(), true);
        }
    }

    /// {@return what a camera's pane shows, in the picture's own size}
    ///
    /// @param camera number of the camera in the clip, from 0
    public Image picture(int camera) {
        return videos.get(camera).picture();
    }

    /// {@return whether every pane shows what it should: the exact picture or why there is none, and the
    /// scene is drawn}
    public boolean isSettled() {
        return areVideosExact() && spacedTick == player.tickNanos() && space.isSettled();
    }

    private boolean areVideosExact() {
        return player.states().stream().allMatch(state -> switch (state.badge()) {
            case PaneBadge.Exact ignored -> state.frame() >= 0;
            case PaneBadge.Repeated ignored -> true;
            case PaneBadge.Lost ignored -> true;
            case PaneBadge.Empty ignored -> true;
            case PaneBadge.OverBudget over -> over.exact();
            case PaneBadge.Proxy ignored -> false;
            case PaneBadge.Late ignored -> false;
            case PaneBadge.Loading ignored -> false;
        });
    }

    /// {@return the 3D pane}
    public SpacePane space() {
        return space;
    }

    /// Paints over a camera's pictures.
    ///
    /// @param camera number of the camera in the clip, from 0
    /// @param painter paints
    public void overlay(int camera, VideoPane.PaneOverlay painter) {
        videos.get(camera).overlay(painter);
    }

    /// Plays or pauses.
    public void toggle() {
        player.toggle();
    }

    /// Steps by pictures of the reference camera.
    ///
    /// @param steps how many, negative backwards
    public void step(int steps) {
        player.stepFrames(steps);
    }

    /// Moves the playhead by a time.
    ///
    /// @param nanos nanoseconds, negative backwards
    public void moveBy(long nanos) {
        player.seek(Math.clamp(player.askedTickNanos() + nanos, 0, clip.lastTickNanos()));
    }

    /// Goes to the first row.
    public void first() {
        player.seek(0);
    }

    /// Goes to the last row.
    public void last() {
        player.seek(clip.lastTickNanos());
    }

    /// Goes to the next moment at which something begins or ends.
    ///
    /// @param forward whether onwards
    public void event(boolean forward) {
        int row = clip.rowAt(player.askedTickNanos());
        int best = -1;
        for (int event : tracks.events()) {
            if (forward ? event > row && best < 0 : event < row) {
                best = event;
            }
        }
        if (best >= 0) {
            player.seekRow(best);
        }
    }

    /// Begins or ends the range at the playhead.
    ///
    /// @param begin whether it begins here
    public void rangeHere(boolean begin) {
        long tick = player.askedTickNanos();
        if (begin) {
            rangeFrom = tick;
            rangeTo = rangeTo > tick ? rangeTo : clip.lastTickNanos();
        } else {
            rangeTo = tick;
            rangeFrom = rangeFrom >= 0 && rangeFrom < tick ? rangeFrom : 0;
        }
        if (player.isLooping()) {
            player.loop(rangeFrom, rangeTo);
        }
    }

    /// Removes the range.
    public void clearRange() {
        player.endLoop();
        rangeFrom = -1;
        rangeTo = -1;
    }

    /// Repeats the range, the whole episode without one; or stops repeating.
    public void toggleLoop() {
        if (player.isLooping()) {
            player.endLoop();
        } else if (rangeFrom >= 0 && rangeTo > rangeFrom) {
            player.loop(rangeFrom, rangeTo);
        } else {
            player.loop(0, clip.lastTickNanos());
        }
    }

    /// Makes another camera the one that is stepped by.
    ///
    /// @param step 1 or -1
    public void nextCamera(int step) {
        if (!videos.isEmpty()) {
            player.setReferenceCamera(Math.floorMod(player.referenceCamera() + step, videos.size()));
        }
    }

    /// Makes the next pane the big one.
    public void swapPane() {
        Region big = order.removeFirst();
        order.addLast(big);
        requestLayout();
    }

    /// Shows or hides the plots.
    ///
    /// @param shown whether they are shown
    public void showPlots(boolean shown) {
        plotsShown = shown;
        plots.setVisible(shown);
        requestLayout();
    }

    /// {@return whether the plots are shown}
    public boolean arePlotsShown() {
        return plotsShown;
    }

    /// Shows or hides what stands beside the panes: channels and the episode's card.
    ///
    /// @param shown whether they are shown
    public void showAside(boolean shown) {
        asideShown = shown;
        channelList.setVisible(shown);
        card.setVisible(shown);
        requestLayout();
    }

    /// Cameras alone, all of the same size in a row: nothing beside them, no plots, no 3D.
    public void sideBySide() {
        showAside(false);
        showPlots(false);
        isRow = order.remove(space);
        space.setVisible(false);
    }

    /// Makes a camera's pane the big one.
    ///
    /// @param camera number of the camera in the clip, from 0
    public void enlarge(int camera) {
        makeBig(videos.get(camera));
    }

    /// {@return number of the camera whose pane is the big one, from 0; -1 when it is the 3D pane}
    public int enlarged() {
        return order.getFirst() instanceof VideoPane video ? videos.indexOf(video) : -1;
    }

    /// Shows other steps on the timeline.
    ///
    /// @param steps named stretches of the task, in order
    public void steps(List<TimelineTracks.Step> steps) {
        tracks = new TimelineTracks(
                tracks.rows(), tracks.framesPerSecond(), steps, tracks.marks(), tracks.grippers(), tracks.gaps());
        timeline.show(tracks);
    }

    /// {@return what the timeline shows}
    public TimelineTracks tracks() {
        return tracks;
    }

    /// Plays rows again and again from their beginning.
    ///
    /// @param fromRow the first
    /// @param toRow the row after the last
    public void loopRows(int fromRow, int toRow) {
        player.loop(clip.tickNanosOfRow(fromRow), clip.tickNanosOfRow(toRow));
        player.seekRow(fromRow);
        player.play();
    }

    /// Plays faster or slower.
    ///
    /// @param faster whether faster
    public void changeSpeed(boolean faster) {
        double wanted = player.speed() * (faster ? 2 : 0.5);
        player.speed(Math.clamp(wanted, 0.25, 4));
    }

    /// {@return the episode as the window's crumb names it}
    public String crumb() {
        String task = clip.task();
        return String.format(
                Locale.ROOT, "%s / ep %d%s", clip.dataset(), clip.episode(), task.isEmpty() ? "" : "  “" + task + "”");
    }

    @Override
    protected void layoutChildren() {
        double right = !asideShown ? -GUTTER : getWidth() >= LARGE ? LARGE_RIGHT : RIGHT;
        double height = getHeight() - 2 * MARGIN;
        double width = getWidth() - 2 * MARGIN - right - GUTTER;
        List<Region> small = smallPanes();
        PlayerLayout at = PlayerLayout.of(width, height, timelineHeight, small.size(), plotsShown, order.size() > 1);
        double y = MARGIN;
        if (isRow) {
            PlayerLayout.row(order, MARGIN, width, at.panesHeight(), GUTTER);
            layOutBelow(y + at.panesHeight() + GUTTER, width, at);
            return;
        }
        order.getFirst().resizeRelocate(MARGIN, y, at.bigWidth(), at.panesHeight());
        double stackX = MARGIN + at.bigWidth() + GUTTER;
        Region top = stackTop();
        if (top != null) {
            double topHeight = small.isEmpty() ? at.panesHeight() : at.panesHeight() - at.smallHeight() - GUTTER;
            top.resizeRelocate(stackX, y, at.stackWidth(), topHeight);
        }
        for (int i = 0; i < small.size(); i++) {
            small.get(i)
                    .resizeRelocate(
                            stackX + i * (at.smallWidth() + GUTTER),
                            y + at.panesHeight() - at.smallHeight(),
                            at.smallWidth(),
                            at.smallHeight());
        }
        layOutBelow(y + at.panesHeight() + GUTTER, width, at);
        if (!asideShown) {
            return;
        }
        double cardHeight = Math.min(card.prefHeight(right), height / 2);
        double rightX = MARGIN + width + GUTTER;
        channelList.resizeRelocate(rightX, MARGIN, right, height - cardHeight - GUTTER);
        card.resizeRelocate(rightX, MARGIN + height - cardHeight, right, cardHeight);
    }

    private @org.jspecify.annotations.Nullable Region stackTop() {
        return order.size() > 1 ? order.get(1) : null;
    }

    private List<Region> smallPanes() {
        return order.size() > 2 ? List.copyOf(order.subList(2, order.size())) : List.of();
    }

    private void layOutBelow(double from, double width, PlayerLayout at) {
        double y = from;
        if (plotsShown) {
            plots.resizeRelocate(MARGIN, y, width, at.plotsHeight());
            y += at.plotsHeight() + GUTTER;
        }
        transport.resizeRelocate(MARGIN, y, width, PlayerLayout.TRANSPORT);
        timeline.resizeRelocate(MARGIN, y + PlayerLayout.TRANSPORT, width, timelineHeight);
    }

    /// {@return the cameras that can be shown}
    public List<CameraClip> cameras() {
        return clip.cameras();
    }

    @Override
    public void close() {
        player.close();
        space.close();
    }
}

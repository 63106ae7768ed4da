package org.telescribe.app.review;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.concurrent.Task;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.command.Command;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.shell.EmptyPane;
import org.telescribe.app.shell.Page;
import org.telescribe.app.shell.Shell;
import org.telescribe.app.shell.Workspace;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.fx.image.ScreenImage;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.playback.player.DecodeHook;

/// Review: one episode in the player.
public final class ReviewPage implements Page {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewPage.class);

    private final Shell shell;
    private final SpaceScenes scenes;
    private final Runnable goToLibrary;
    private final ExecutorService loader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("open episode").factory());
    private final EpisodePlayers players;
    private @Nullable PlayerPane pane;
    private EpisodeOpening.@Nullable Loaded loaded;
    private @Nullable EpisodeAddress wanted;
    private String failure = "";
    private boolean closed;

    /// A page without an episode.
    ///
    /// @param shell where it is shown
    /// @param clock session clock
    /// @param scenes makes the 3D panes
    /// @param hook called by the decoders before they work
    /// @param goToLibrary shows the Library
    public ReviewPage(Shell shell, SessionClock clock, SpaceScenes scenes, DecodeHook hook, Runnable goToLibrary) {
        this.shell = shell;
        this.scenes = scenes;
        this.players = new EpisodePlayers(clock, hook);
        this.goToLibrary = goToLibrary;
        shell.fill(Workspace.REVIEW, EmptyPane.noEpisode(goToLibrary));
        loader.execute(ScreenImage::warmUp);
    }

    /// Opens an episode and shows Review; what was open before stays until the new one is ready.
    ///
    /// @param address which
    public void open(EpisodeAddress address) {
        shell.go(Workspace.REVIEW);
        if (shell.current() != Workspace.REVIEW) {
            return; // leaving what is shown was refused: an episode is being recorded
        }
        wanted = address;
        failure = "";
        if (pane == null) {
            shell.fill(Workspace.REVIEW, EmptyPane.openingEpisode());
        }
        Task<EpisodeOpening.Loaded> task = new Task<>() {
            @Override
            protected EpisodeOpening.Loaded call() throws CommandFailed {
                return EpisodeOpening.load(address, scenes);
            }
        };
        task.setOnSucceeded(done -> opened(address, task.getValue()));
        task.setOnFailed(failed -> {
            Throwable reason = task.getException();
            LOG.warn("episode not opened", reason);
            if (address.equals(wanted)) {
                closePane();
                String sentence =
                        reason instanceof CommandFailed ? String.valueOf(reason.getMessage()) : "See the log file.";
                failure = sentence;
                shell.fill(Workspace.REVIEW, EmptyPane.episodeFailed(sentence, goToLibrary));
            }
        });
        loader.execute(task);
    }

    private void opened(EpisodeAddress address, EpisodeOpening.Loaded episode) {
        if (closed || !address.equals(wanted)) {
            return;
        }
        closePane();
        loaded = episode;
        PlayerPane opened = players.open(episode, () -> chooseRobot(address));
        pane = opened;
        shell.fill(Workspace.REVIEW, opened);
        opened.setFocusTraversable(true);
        if (shell.current() == Workspace.REVIEW) {
            opened.requestFocus();
            shell.crumb(opened.crumb());
        }
        EpisodeScene scene = episode.space().scene();
        if (!episode.clip().dataTrouble().isEmpty()) {
            shell.message(episode.clip().dataTrouble());
        } else if (scene != null && !scene.notes().isEmpty()) {
            shell.message(scene.notes().getFirst());
        }
    }

    private void chooseRobot(EpisodeAddress address) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose the robot's description");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Robot descriptions (URDF, MJCF)", "*.urdf", "*.xml"));
        java.io.File chosen = chooser.showOpenDialog(shell.getScene().getWindow());
        if (chosen != null) {
            scenes.choose(address.dataset(), chosen.toPath().toAbsolutePath().normalize());
            open(address);
        }
    }

    private void closePane() {
        PlayerPane old = pane;
        pane = null;
        loaded = null;
        if (old != null) {
            old.close();
        }
    }

    /// {@return the open player, or null}
    public @Nullable PlayerPane pane() {
        return pane;
    }

    /// {@return why the wanted episode could not be opened, empty otherwise}
    public String failure() {
        return failure;
    }

    /// {@return the crumb of the open episode, empty without one}
    public String crumb() {
        PlayerPane open = pane;
        return open == null ? "" : open.crumb();
    }

    @Override
    public void bind(Bindings bindings) {
        bindings.bind(Command.PRESET_WATCH, () -> with(open -> open.showPlots(false)));
        bindings.bind(Command.PRESET_MEASURE, () -> with(open -> open.showPlots(true)));
        bindings.bind(Command.STILL, () -> with(this::still));
        bindings.bind(Command.PREVIOUS_EPISODE, () -> neighbour(-1));
        bindings.bind(Command.NEXT_EPISODE, () -> neighbour(1));
    }

    private void with(java.util.function.Consumer<PlayerPane> action) {
        PlayerPane open = pane;
        if (open != null) {
            action.accept(open);
        }
    }

    private void still(PlayerPane open) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(open.snapshot(null, null));
        Clipboard.getSystemClipboard().setContent(content);
        shell.message("A still of the panes is on the clipboard.");
    }

    private void neighbour(int step) {
        EpisodeOpening.Loaded episode = loaded;
        if (episode == null) {
            return;
        }
        int next = episode.clip().episode() + step;
        if (next < episode.first() || next > episode.last()) {
            shell.message(step < 0 ? "This is the dataset's first episode." : "This is the dataset's last episode.");
            return;
        }
        open(new EpisodeAddress(episode.clip().directory(), next));
    }

    @Override
    public void pulse(long nowNanos, boolean shown) {
        PlayerPane open = pane;
        if (open == null) {
            return;
        }
        if (!shown && open.player().isPlaying()) {
            open.player().pause();
        }
        if (shown) {
            open.pulse(nowNanos);
        }
    }

    @Override
    public void close() {
        closed = true;
        loader.shutdownNow();
        closePane();
        scenes.close();
    }
}

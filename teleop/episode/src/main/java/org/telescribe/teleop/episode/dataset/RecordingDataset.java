package org.telescribe.teleop.episode.dataset;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.EpisodeVerdict;

/// A LeRobot v3.0 dataset that is being recorded into. Only one recorder may have it open. Recorder thread only.
@SuppressWarnings("DoNotCallSuggester")
public final class RecordingDataset implements AutoCloseable {
    private RecordingDataset() {}

    /// Creates a dataset or continues one: takes the lock, finishes what a crash interrupted, checks that what is to be
    /// recorded fits what is there.
    ///
    /// @param directory the dataset's directory; made when missing
    /// @param schema what each row has
    /// @param files how to write
    /// @param clock the session clock
    /// @return the open dataset
    public static RecordingDataset open(Path directory, EpisodeSchema schema, DurableFiles files, SessionClock clock) {
        throw new UnsupportedOperationException();
    }

    /// {@return what opening it recovered}
    public RecoveryReport recovery() {
        throw new UnsupportedOperationException();
    }

    /// {@return the number of saved episodes}
    public int episodes() {
        throw new UnsupportedOperationException();
    }

    /// {@return the number of saved rows}
    public long rows() {
        throw new UnsupportedOperationException();
    }

    /// Begins an episode.
    ///
    /// @param start who records what
    /// @param codecHeaders the encoders' headers, one for each camera of the schema
    /// @return the episode, to be recorded into
    public EpisodeRecording begin(EpisodeStart start, List<ByteBuffer> codecHeaders) {
        throw new UnsupportedOperationException();
    }

    /// {@return a discarded episode, brought back from the trash to wait for a verdict again}
    ///
    /// @param id the episode
    public PendingEpisode restore(EpisodeId id) {
        throw new UnsupportedOperationException();
    }

    PendingEpisode finished(EpisodeRecording recording) {
        throw new UnsupportedOperationException();
    }

    void ended(EpisodeRecording recording) {
        throw new UnsupportedOperationException();
    }

    CommittedEpisode keep(PendingEpisode episode, EpisodeVerdict verdict) {
        throw new UnsupportedOperationException();
    }

    void discard(PendingEpisode episode, String reason) {
        throw new UnsupportedOperationException();
    }

    /// Gives the dataset back. Episodes that wait for a verdict keep waiting in their journals.
    @Override
    public void close() {}
}

package org.telescribe.teleop.episode.dataset;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.journal.JournalWriter;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeRow;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.VideoPacket;

/// An episode while it is recorded. Recorder thread only.
public final class EpisodeRecording {
    private static final long FORCE_PERIOD_NANOS = 100_000_000L;

    private final RecordingDataset dataset;
    private final EpisodeId id;
    private final JournalWriter journal;
    private final long[] packets;
    private long rows;
    private long durableRows;
    private long lastForceNanos;
    private @Nullable String failure;

    EpisodeRecording(RecordingDataset dataset, EpisodeId id, JournalWriter journal, int cameras, long nowNanos) {
        this.dataset = dataset;
        this.id = id;
        this.journal = journal;
        this.packets = new long[cameras];
        this.lastForceNanos = nowNanos;
    }

    /// {@return the episode's identifier}
    public EpisodeId id() {
        return id;
    }

    /// Adds a row.
    ///
    /// @param row complete; its number is one more than that of the row before
    public void append(EpisodeRow row) {
        row.requireComplete();
        requireNext("row", row.rowIndex(), rows);
        guarded(() -> journal.append(row));
        rows++;
    }

    /// Adds an encoded picture.
    ///
    /// @param packet the picture; its row is one more than that of the camera's picture before
    public void append(VideoPacket packet) {
        int camera = packet.cameraIndex();
        requireNext("picture of camera %d, row".formatted(camera), packet.rowIndex(), packets[camera]);
        guarded(() -> journal.append(packet));
        packets[camera]++;
    }

    /// Adds a moment that the operator marked.
    ///
    /// @param mark the mark
    public void append(EpisodeMark mark) {
        guarded(() -> journal.append(mark));
    }

    /// Adds the result that the operator said; the last one counts if nobody gives a verdict.
    ///
    /// @param success whether the task was done
    /// @param nowNanos session clock, nanoseconds
    public void appendResult(boolean success, long nowNanos) {
        guarded(() -> journal.appendResult(success, nowNanos));
    }

    private static void requireNext(String what, long given, long expected) {
        if (given != expected) {
            throw new IllegalArgumentException("%s %d was given, %d is next".formatted(what, given, expected));
        }
    }

    /// Makes everything so far safe, if 100 ms have passed since it was last done; otherwise hands
    /// it to the system, so that only power loss could still take it.
    ///
    /// @param nowNanos session clock, nanoseconds
    /// @return whether it was done
    public boolean forceIfDue(long nowNanos) {
        if (nowNanos - lastForceNanos < FORCE_PERIOD_NANOS) {
            guarded(journal::handOver); // a kill of the process then loses nothing
            return false;
        }
        lastForceNanos = nowNanos;
        force();
        return true;
    }

    private void force() {
        guarded(journal::force);
        durableRows = completeRows();
    }

    /// {@return when [#forceIfDue] next has something to do, session clock, nanoseconds}
    public long nextForceNanos() {
        return lastForceNanos + FORCE_PERIOD_NANOS;
    }

    /// {@return how many rows are complete: numbers and a picture of every camera}
    public long completeRows() {
        long complete = rows;
        for (long count : packets) {
            complete = Math.min(complete, count);
        }
        return complete;
    }

    /// {@return how many complete rows survive power loss already}
    public long durableRows() {
        return durableRows;
    }

    /// Ends the recording. The episode waits for a verdict, safe in its journal.
    ///
    /// @param end what is known at the end
    /// @return the episode, to be kept or discarded
    public PendingEpisode finish(EpisodeEnd end) {
        guarded(() -> journal.append(end));
        force();
        guarded(journal::close);
        return dataset.finished(this);
    }

    /// Ends the recording and keeps the episode at once.
    ///
    /// @param end what is known at the end
    /// @param verdict what a person says about it
    /// @return the saved episode
    public CommittedEpisode commit(EpisodeEnd end, EpisodeVerdict verdict) {
        return finish(end).keep(verdict);
    }

    /// Ends the recording after a failure: what is in the journal stays and is recovered when the
    /// dataset is next opened.
    public void abandon() {
        try {
            if (failure == null) {
                journal.force();
            }
            journal.close();
        } catch (IOException alreadyFailing) {
            failure = String.valueOf(alreadyFailing.getMessage());
        }
        dataset.ended(this);
    }

    private void guarded(DiskWork work) {
        if (failure != null) {
            throw new DatasetException(failure);
        }
        try {
            work.run();
        } catch (IOException refused) {
            String message = ("The disk stopped taking the recording (%s). Everything up to row %d is safe and will be "
                            + "recovered. Free space or mend the disk, then open the dataset again.")
                    .formatted(DiskReason.of(refused), durableRows);
            failure = message;
            throw new DatasetException(message, refused);
        }
    }

    private interface DiskWork {
        void run() throws IOException;
    }
}

package org.telescribe.annotator.labels.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.telescribe.annotator.labels.event.EventStamp;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.store.ReadingTable.Reading;
import org.telescribe.devices.core.time.SessionClock;

/// A store of labels. Several processes may have the same file open. Any thread, one at a time; every
/// call may wait for the disk, so none belongs on a screen's thread: see [LabelDesk].
public final class LabelStore implements AutoCloseable {
    /// For how long a lease holds without being renewed, nanoseconds.
    public static final long LEASE_NANOS = 60_000_000_000L;

    private final StoreFile file;
    private final SessionClock clock;
    private final String bootId = MachineBoot.id();
    private final TaskTable tasks = new TaskTable();
    private final ReadingTable readings = new ReadingTable();
    private final EventTable events = new EventTable();
    private final LeaseTable leases;
    private final QueueView queueView;
    private final List<LabelSession> sessions = new ArrayList<>();

    private LabelStore(StoreFile file, SessionClock clock, ProcessMark process) {
        this.file = file;
        this.clock = clock;
        this.leases = new LeaseTable(process, LEASE_NANOS);
        this.queueView = new QueueView(leases);
    }

    /// Opens a store; makes one where none is.
    ///
    /// @param file the file
    /// @param clock the session clock
    /// @return the store
    public static LabelStore open(Path file, SessionClock clock) {
        return new LabelStore(StoreFile.open(file, StoreSchema.MIGRATIONS), clock, ProcessMark.own());
    }

    /// {@return the file}
    public Path file() {
        return file.file();
    }

    /// Takes drafts into a queue, all or none. Drafts that are there already stay where they are.
    ///
    /// @param queue name of the queue
    /// @param drafts the drafts
    /// @return how many are new
    public AddedTasks add(String queue, List<AnnotationTask> drafts) {
        return file.write(connection -> {
            AddedTasks added = tasks.add(connection, queue, drafts, clock.wallMillis());
            count(connection);
            return added;
        });
    }

    /// {@return names of the queues, oldest first}
    public List<String> queues() {
        return file.read(tasks::queues);
    }

    /// {@return the episodes of a queue, in order}
    ///
    /// @param queue its name
    public List<TaskSummary> tasks(String queue) {
        return file.read(connection -> queueView.lines(connection, queue, now()));
    }

    /// {@return a draft}
    ///
    /// @param task its name
    public AnnotationTask task(TaskId task) {
        return file.read(connection -> tasks.task(connection, task));
    }

    /// {@return everything that was said about an episode, reading by reading}
    ///
    /// @param task the episode
    public List<TaskReading> readings(TaskId task) {
        return file.read(connection -> queueView.readingsOf(connection, tasks.task(connection, task)));
    }

    /// {@return events that were added after one, of all episodes, by growing serial}
    ///
    /// @param serial of the last event that is known
    public List<LabelEvent> eventsAfter(long serial) {
        return file.read(connection -> events.after(connection, serial));
    }

    /// {@return a number that grows with every change by any process: drafts, events, leases taken or
    /// given back}
    public long changeCounter() {
        return file.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT changes FROM store")) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        });
    }

    /// Opens an episode to judge it, unless somebody else has it open.
    ///
    /// @param task the episode
    /// @param author who judges
    /// @return the session, or who has it
    public OpenedTask open(TaskId task, String author) {
        if (author.isBlank()) {
            throw new IllegalArgumentException("an author needs a name");
        }
        String session = UUID.randomUUID().toString();
        return file.write(connection -> {
            EventStamp now = now();
            AnnotationTask draft = tasks.task(connection, task);
            var holder = leases.holder(connection, task, now);
            if (holder.isPresent()) {
                return new OpenedTask.HeldBySomeone(holder.get().lease());
            }
            leases.take(connection, task, session, author, now);
            var own = readings.ownOf(connection, task, author);
            Reading reading = own.isPresent() ? own.get() : readings.begin(connection, task, author, 0, 0);
            count(connection);
            List<LabelEvent> said =
                    EventTable.ofReading(events.of(connection, task), readings.of(connection, task), reading.number());
            LabelSession opened = new LabelSession(this, draft, session, reading, said);
            sessions.add(opened);
            return new OpenedTask.Opened(opened);
        });
    }

    /// Keeps the leases of all open sessions, and learns which of them were lost. To be called at least
    /// every third of [#LEASE_NANOS].
    public void renewLeases() {
        file.write(connection -> {
            for (LabelSession session : sessions) {
                session.renew(connection);
            }
            return sessions.size();
        });
    }

    /// Moves what was saved from the log into the file; for moments without work.
    public void checkpoint() {
        file.checkpoint();
    }

    EventStamp now() {
        return new EventStamp(clock.wallMillis(), clock.nanoTime(), bootId);
    }

    StoreFile storeFile() {
        return file;
    }

    LeaseTable leases() {
        return leases;
    }

    EventTable events() {
        return events;
    }

    ReadingTable readingTable() {
        return readings;
    }

    void count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE store SET changes = changes + 1");
        }
    }

    void closed(LabelSession session) {
        file.write(connection -> {
            sessions.remove(session);
            leases.release(connection, session.task().id(), session.sessionId());
            count(connection);
            return true;
        });
    }

    /// Gives the leases of all sessions back and closes the file.
    @Override
    public void close() {
        file.read(connection -> List.copyOf(sessions)).forEach(LabelSession::close);
        file.close();
    }
}

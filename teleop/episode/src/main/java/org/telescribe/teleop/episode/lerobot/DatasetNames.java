package org.telescribe.teleop.episode.lerobot;

/// Names of the files of a dataset that are not numbered, below its directory.
public final class DatasetNames {
    /// What the dataset is.
    public static final String INFO = "meta/info.json";
    /// Statistics over the whole dataset.
    public static final String STATS = "meta/stats.json";
    /// The tasks' sentences.
    public static final String TASKS = "meta/tasks.parquet";
    /// This program's own folder: journals, log, lock, trash.
    public static final String OWN = ".telescribe";
    /// The commit log.
    public static final String COMMIT_LOG = OWN + "/commits.log";
    /// Journals of episodes that are not committed.
    public static final String JOURNALS = OWN + "/journal";
    /// Journals of discarded episodes.
    public static final String TRASH = OWN + "/trash";
    /// The journal of the newest kept episode, as long as its verdict can be taken back.
    public static final String KEPT = OWN + "/kept";
    /// The lock that keeps a second recorder away.
    public static final String LOCK = OWN + "/lock";

    private DatasetNames() {}
}

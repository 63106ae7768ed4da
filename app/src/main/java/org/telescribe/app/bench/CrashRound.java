package org.telescribe.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.episode.check.DatasetVerifier;
import org.telescribe.teleop.episode.check.VerificationReport;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.dataset.DatasetRecovery;
import org.telescribe.teleop.episode.dataset.RecoveryReport;
import org.telescribe.teleop.episode.durable.NioDurableFiles;

/// One life and death of a recording process. The parent keeps the truth: what the child promised, the
/// hashes of the files that it promised, and when it was killed.
final class CrashRound {
    private static final int ACKNOWLEDGED_FIRST = 2;
    private static final double ROW_NANOS = 1e9 / 30;
    private static final int BUFFER = 1 << 16;

    /// Files of one episode alone; what the whole dataset shares is replaced by every commit.
    private static final Pattern OWN_FILE = Pattern.compile("^(data|videos|meta/episodes)/");

    private final Path dataset;
    private final Path log;
    private final SessionClock clock;
    private final Random random;

    /// Where in the child's life the kill falls.
    enum Moment {
        /// Within the first second of an episode.
        FIRST_SECOND,
        /// While an episode is being committed.
        IN_COMMIT,
        /// Anywhere in an episode.
        ANYWHERE
    }

    /// What one round found.
    ///
    /// @param inCommit whether the child was committing and had not said that it was done
    /// @param open whether an episode was open of which rows were already safe
    /// @param recovered whether that episode is in the dataset afterwards
    /// @param missingMillis recording time between the last recovered row and the kill; 0 when none was
    ///     recorded
    /// @param lost files of acknowledged episodes that are missing or changed
    /// @param verifyFailures verifications that found something broken
    /// @param detail what was wrong, for people; empty when nothing was
    record Result(
            boolean inCommit,
            boolean open,
            boolean recovered,
            double missingMillis,
            int lost,
            int verifyFailures,
            String detail) {}

    private final Map<Path, String> promised = new HashMap<>();
    private int acknowledged;
    private String openEpisode = "";
    private long openStartNanos;
    private long openDurable;
    private boolean openEnded;
    private boolean saving;

    CrashRound(Path dataset, Path log, SessionClock clock, Random random) {
        this.dataset = dataset;
        this.log = log;
        this.clock = clock;
        this.random = random;
    }

    Result run(Moment moment) throws IOException, CommandFailed {
        long killNanos;
        try (ChildProgram child = ChildProgram.start(512, log, List.of("bench", "crash-child", dataset.toString()))) {
            killNanos = liveUntil(child, moment);
        }
        return judge(killNanos);
    }

    private long liveUntil(ChildProgram child, Moment moment) throws IOException, CommandFailed {
        while (true) {
            String line = child.readLine();
            if (line == null) {
                throw new CommandFailed("The recording process ended before it was killed. Its messages are in " + log);
            }
            listen(line);
            boolean enough = acknowledged >= ACKNOWLEDGED_FIRST;
            boolean now = switch (moment) {
                case FIRST_SECOND, ANYWHERE -> line.startsWith("start ");
                case IN_COMMIT -> line.startsWith("saving ");
            };
            if (enough && now) {
                long delayMillis = switch (moment) {
                    case FIRST_SECOND -> random.nextLong(1000);
                    case IN_COMMIT -> random.nextLong(60);
                    case ANYWHERE -> random.nextLong(2500);
                };
                new ParkingWait(clock).waitUntil(clock.nanoTime() + delayMillis * 1_000_000L);
                long killNanos = clock.nanoTime();
                child.kill();
                drain(child);
                return killNanos;
            }
        }
    }

    private void drain(ChildProgram child) throws IOException {
        @Nullable String line = child.readLine();
        while (line != null) {
            listen(line);
            line = child.readLine();
        }
    }

    private void listen(String line) throws IOException {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "start" -> {
                openEpisode = words[1];
                openStartNanos = Long.parseLong(words[2]);
                openDurable = 0;
                openEnded = false;
                saving = false;
            }
            case "mark" -> openDurable = Long.parseLong(words[2]);
            case "end" -> {
                openDurable = Long.parseLong(words[2]);
                openEnded = true;
            }
            case "saving" -> saving = true;
            case "saved" -> {
                acknowledged++;
                saving = false;
                openEpisode = "";
                for (int i = 3; i < words.length; i++) {
                    if (!OWN_FILE.matcher(words[i]).find()) {
                        continue;
                    }
                    Path file = dataset.resolve(words[i]);
                    promised.put(file, hash(file));
                }
            }
            default -> {
                // other lines are for people
            }
        }
    }

    private Result judge(long killNanos) throws IOException {
        List<String> wrong = new ArrayList<>();
        int failures = verify("as the kill left it", wrong);
        RecoveryReport recovery = DatasetRecovery.recover(dataset, new NioDurableFiles(), clock);
        failures += verify("after recovery", wrong);
        int lost = 0;
        for (Map.Entry<Path, String> file : promised.entrySet()) {
            if (!Files.exists(file.getKey()) || !hash(file.getKey()).equals(file.getValue())) {
                lost++;
                wrong.add("changed or missing: " + file.getKey());
            }
        }
        boolean open = !openEpisode.isEmpty() && openDurable > 0;
        boolean recovered = open && (!recovery.recovered().isEmpty() || recovery.replayedCommits() > 0);
        double missing = 0;
        if (open && !openEnded) {
            int rows = recovery.recovered().stream()
                    .mapToInt(CommittedEpisode::rows)
                    .max()
                    .orElse(0);
            missing = Math.max(0, (killNanos - openStartNanos - Math.max(0, rows - 1) * ROW_NANOS) * 1e-6);
        }
        if (open && !recovered) {
            wrong.add("episode %s with %d safe rows was not recovered".formatted(openEpisode, openDurable));
        }
        return new Result(saving, open, recovered, missing, lost, failures, String.join("; ", wrong));
    }

    private int verify(String when, List<String> wrong) {
        VerificationReport report = DatasetVerifier.verify(dataset, false);
        report.firstBroken().ifPresent(broken -> wrong.add("%s: %s".formatted(when, broken)));
        return report.sound() ? 0 : 1;
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[BUFFER];
            int count = in.read(part);
            while (count >= 0) {
                digest.update(part, 0, count);
                count = in.read(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

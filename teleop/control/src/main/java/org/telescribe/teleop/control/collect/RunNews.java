package org.telescribe.teleop.control.collect;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.control.recorder.RecorderSnapshot;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.MarkKind;

/// Says what the recorder has taken of an episode: each mark and each result, once it is in the
/// journal.
final class RunNews {
    private static final int WAITING_MOST = 8;
    private static final long NANOS_PER_TENTH = 100_000_000L;
    private static final long TENTHS_PER_SECOND = 10;
    private static final long SECONDS_PER_MINUTE = 60;

    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private @Nullable EpisodeId episode;
    private int marks;
    private EpisodeOutcome outcome = EpisodeOutcome.UNRATED;

    void look(RecorderSnapshot now) {
        if (!Objects.equals(now.episodeId(), episode)) {
            episode = now.episodeId();
            marks = now.waiting() == null ? 0 : now.marks().size(); // of one that waits again all is known
            outcome = now.waiting() == null ? EpisodeOutcome.UNRATED : now.outcome();
        }
        for (; marks < now.marks().size(); marks++) {
            say(sentence(now.marks(), marks));
        }
        if (now.outcome() != outcome) {
            outcome = now.outcome();
            switch (outcome) {
                case SUCCESS -> say("Result: success");
                case FAILURE -> say("Result: failure");
                case UNRATED -> {
                    // nothing was said
                }
            }
        }
    }

    private void say(String sentence) {
        if (waiting.size() == WAITING_MOST) {
            waiting.removeFirst();
        }
        waiting.add(sentence);
    }

    /// {@return the next sentence, empty when there is none}
    String take() {
        String next = waiting.poll();
        return next == null ? "" : next;
    }

    private static String sentence(List<EpisodeMark> all, int index) {
        EpisodeMark mark = all.get(index);
        String at = clock(mark.sinceStartNanos());
        return switch (mark.kind()) {
            case STEP -> {
                long number = all.subList(0, index + 1).stream()
                        .filter(other -> other.kind() == MarkKind.STEP)
                        .count();
                yield "Step %d marked at %s".formatted(number, at);
            }
            case LOOK -> "Look here at %s".formatted(at);
        };
    }

    private static String clock(long nanos) {
        long tenths = nanos / NANOS_PER_TENTH;
        long seconds = tenths / TENTHS_PER_SECOND;
        return String.format(
                Locale.ROOT,
                "%d:%02d.%d",
                seconds / SECONDS_PER_MINUTE,
                seconds % SECONDS_PER_MINUTE,
                tenths % TENTHS_PER_SECOND);
    }
}

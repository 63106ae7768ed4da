package org.telescribe.app.shell;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays tones on a thread of its own. Without a sound device it is silent: every tone also has words.
public final class TonePlayer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TonePlayer.class);
    private static final int BITS = 16;

    private final ExecutorService player = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("tones").factory());
    private volatile boolean silent;

    /// A player that has played nothing yet.
    public TonePlayer() {}

    /// Plays a tone after those that wait.
    ///
    /// @param tone which
    public void play(Tone tone) {
        if (silent) {
            return;
        }
        try {
            player.execute(() -> sound(tone));
        } catch (RejectedExecutionException closed) {
            LOG.debug("closed before {}", tone);
        }
    }

    private void sound(Tone tone) {
        AudioFormat format = new AudioFormat(Tone.sampleRate(), BITS, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            byte[] samples = tone.samples();
            line.write(samples, 0, samples.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException none) {
            silent = true;
            LOG.info("no sound device; tones are not heard: {}", none.getMessage());
        }
    }

    @Override
    public void close() {
        player.shutdownNow();
    }
}

package org.telescribe.devices.emulator.servo;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.motion.MotionSource;
import org.telescribe.devices.posix.PosixDeadlineWait;
import org.telescribe.devices.posix.SystemCallRefused;

/// A running chain of emulated servos: a pseudo-terminal that a client opens like a serial port, and
/// the thread that answers on it. Any thread.
public final class EmulatedBus implements AutoCloseable {
    private final ServoChain chain;
    private final FaultSwitch faults;
    private final AgentRunner runner;

    private EmulatedBus(
            String name,
            SessionClock clock,
            EmulatedServo[] servos,
            ChainSettings settings,
            Consumer<Throwable> onFailure)
            throws SystemCallRefused {
        this.faults = new FaultSwitch();
        this.chain = new ServoChain(name, clock, servos, settings, faults);
        this.runner = new AgentRunner(chain, clock, new PosixDeadlineWait(clock), onFailure);
    }

    /// Starts the servos of an arm that a hand moves.
    ///
    /// @param name of the thread and in messages
    /// @param clock the session clock; must be the machine's own
    /// @param servos one for each joint of the motion, in its order
    /// @param motion how the hand moves
    /// @param originNanos session clock at the motion's start, nanoseconds
    /// @param settings how the bus is set up
    /// @param onFailure told once, when the chain's thread ends by a failure
    /// @return the running bus
    /// @throws SystemCallRefused when the system has no pseudo-terminal left
    public static EmulatedBus leader(
            String name,
            SessionClock clock,
            List<EmulatedServoSpec> servos,
            MotionSource motion,
            long originNanos,
            ChainSettings settings,
            Consumer<Throwable> onFailure)
            throws SystemCallRefused {
        EmulatedServo[] chain = new EmulatedServo[servos.size()];
        for (int i = 0; i < chain.length; i++) {
            ServoBody body = new HandledBody(motion, i, originNanos, i + 1L);
            chain[i] = new EmulatedServo(servos.get(i), body, settings.returnDelayUnits());
        }
        return new EmulatedBus(name, clock, chain, settings, onFailure).start();
    }

    /// Starts the servos of an arm that moves by itself.
    ///
    /// @param name of the thread and in messages
    /// @param clock the session clock; must be the machine's own
    /// @param servos one for each joint
    /// @param restRad where each joint is at first, radians
    /// @param settings how the bus is set up
    /// @param onFailure told once, when the chain's thread ends by a failure
    /// @return the running bus
    /// @throws SystemCallRefused when the system has no pseudo-terminal left
    public static EmulatedBus follower(
            String name,
            SessionClock clock,
            List<EmulatedServoSpec> servos,
            double[] restRad,
            ChainSettings settings,
            Consumer<Throwable> onFailure)
            throws SystemCallRefused {
        EmulatedServo[] chain = new EmulatedServo[servos.size()];
        for (int i = 0; i < chain.length; i++) {
            // The joints nearer to the base carry more of the arm.
            double loadAmperes = i == 0 ? 0 : 0.45 / i;
            ServoBody body = new DrivenBody(restRad[i], loadAmperes, i + 101L);
            chain[i] = new EmulatedServo(servos.get(i), body, settings.returnDelayUnits());
        }
        return new EmulatedBus(name, clock, chain, settings, onFailure).start();
    }

    /// Starts the servos of an arm that moves by itself and whose mechanics are simulated as a whole.
    ///
    /// @param name of the thread and in messages
    /// @param clock the session clock; must be the machine's own
    /// @param servos one for each joint
    /// @param arm the arm's mechanics
    /// @param settings how the bus is set up
    /// @param onFailure told once, when the chain's thread ends by a failure
    /// @return the running bus
    /// @throws SystemCallRefused when the system has no pseudo-terminal left
    public static EmulatedBus simulated(
            String name,
            SessionClock clock,
            List<EmulatedServoSpec> servos,
            ArmMechanics arm,
            ChainSettings settings,
            Consumer<Throwable> onFailure)
            throws SystemCallRefused {
        EmulatedServo[] chain = new EmulatedServo[servos.size()];
        for (int i = 0; i < chain.length; i++) {
            chain[i] =
                    new EmulatedServo(servos.get(i), new SimulatedBody(arm, i, i + 101L), settings.returnDelayUnits());
        }
        return new EmulatedBus(name, clock, chain, settings, onFailure).start();
    }

    private EmulatedBus start() {
        runner.start();
        return this;
    }

    /// {@return what a client opens}
    public Path clientPath() {
        return chain.clientPath();
    }

    /// {@return what goes wrong on it}
    public FaultSwitch faults() {
        return faults;
    }

    /// {@return what it has done so far}
    public BusCounters counters() {
        return chain.counters();
    }

    /// {@return the identifier of its thread, for the allocation counter}
    public long threadId() {
        return runner.threadId();
    }

    /// Ends the thread and takes the port away.
    @Override
    public void close() {
        runner.close();
    }
}

package org.telescribe.policyruntime.rollouts.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmReadingLayout;
import org.telescribe.devices.core.joint.JointLimit;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.core.time.SteppedClock;

class PolicyLeaderTest {
    private static final long WISH_NANOS = 20_000_000L;

    private final SteppedClock clock = new SteppedClock(1_000_000_000L);
    private final ArmLayout layout = new ArmLayout(List.of(new ArmJoint("elbow", new JointLimit(-1, 1, 4, 50))));
    private final PolicyLeader leader = new PolicyLeader(layout, clock, WISH_NANOS);
    private final ArmReadingLayout reading = new ArmReadingLayout(1);
    private final Lanes into = new Lanes(reading.size());

    private void wish(double fromRad, double toRad) {
        WishLayout wishes = new WishLayout(1);
        Lanes wish = new Lanes(wishes.size());
        wish.setLong(WishLayout.SINCE_NANOS, clock.nanoTime());
        wish.setDouble(wishes.fromRad(0), fromRad);
        wish.setDouble(wishes.toRad(0), toRad);
        leader.wishes().publish(wish);
    }

    private BusOutcome read() {
        return leader.read(into, clock.nanoTime() + 1_000_000L);
    }

    @Test
    void withoutAWishThereIsNoReading() {
        assertEquals(BusOutcome.TIMEOUT, read());
        assertEquals(0, into.getLong(ArmReadingLayout.ARRIVAL_NANOS));
    }

    @Test
    void betweenTwoWishesItGoesStraight() {
        wish(0.1, 0.3);
        clock.advance(WISH_NANOS / 4);
        assertEquals(BusOutcome.OK, read());
        assertEquals(0.15, into.getDouble(reading.position(0)), 1e-12);
        assertEquals(10, into.getDouble(reading.velocity(0)), 1e-9);
        clock.advance(WISH_NANOS);
        assertEquals(BusOutcome.OK, read());
        assertEquals(0.3, into.getDouble(reading.position(0)), 1e-12);
        assertEquals(0, into.getDouble(reading.velocity(0)), 1e-12);
    }

    @Test
    void aPolicyThatFallsSilentGrowsOld() {
        wish(0, 0);
        long wished = clock.nanoTime();
        clock.advance(10 * WISH_NANOS);
        assertEquals(BusOutcome.OK, read());
        assertEquals(wished + WISH_NANOS, into.getLong(ArmReadingLayout.ARRIVAL_NANOS));
    }
}

package org.telescribe.policyruntime.rollouts.live;

import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.LatestValue;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmReadingLayout;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.core.port.LeaderArm;
import org.telescribe.devices.core.time.SessionClock;

/// A leader arm that nobody holds: it stands where the policy wishes the follower to be. Between two
/// wishes it goes straight from one to the next. A reading is as old as its wish, so that a policy
/// that falls silent puts the arms in HOLD as a silent leader does.
public final class PolicyLeader implements LeaderArm {
    private final ArmLayout layout;
    private final SessionClock clock;
    private final long wishNanos;
    private final WishLayout wishLayout;
    private final ArmReadingLayout readingLayout;
    private final Lanes wish;

    /// Newest wish of the policy.
    private final LatestValue wishes;

    private long sequence;

    /// An arm that has no wish yet.
    ///
    /// @param layout joints of the follower
    /// @param clock the session clock
    /// @param wishNanos from one wish to the next, nanoseconds
    public PolicyLeader(ArmLayout layout, SessionClock clock, long wishNanos) {
        this.layout = layout;
        this.clock = clock;
        this.wishNanos = wishNanos;
        this.wishLayout = new WishLayout(layout.size());
        this.readingLayout = new ArmReadingLayout(layout.size());
        this.wish = new Lanes(wishLayout.size());
        this.wishes = new LatestValue(wishLayout.size());
    }

    /// Where the policy's thread puts its wishes.
    LatestValue wishes() {
        return wishes;
    }

    @Override
    public ArmLayout layout() {
        return layout;
    }

    @Override
    public String portName() {
        return "policy";
    }

    @Override
    public BusOutcome read(Lanes into, long deadlineNanos) {
        long nowNanos = clock.nanoTime();
        sequence++;
        into.setLong(ArmReadingLayout.REQUEST_NANOS, nowNanos);
        into.setLong(ArmReadingLayout.SEQUENCE, sequence);
        BusOutcome outcome = wishes.version() == 0 ? BusOutcome.TIMEOUT : BusOutcome.OK;
        into.setLong(ArmReadingLayout.OUTCOME, outcome.lane());
        if (outcome == BusOutcome.TIMEOUT) {
            return outcome;
        }
        wishes.read(wish);
        long sinceNanos = wish.getLong(WishLayout.SINCE_NANOS);
        double share = Math.clamp((nowNanos - sinceNanos) / (double) wishNanos, 0.0, 1.0);
        into.setLong(ArmReadingLayout.ARRIVAL_NANOS, Math.min(nowNanos, sinceNanos + wishNanos));
        for (int joint = 0; joint < layout.size(); joint++) {
            double from = wish.getDouble(wishLayout.fromRad(joint));
            double to = wish.getDouble(wishLayout.toRad(joint));
            into.setDouble(readingLayout.position(joint), from + share * (to - from));
            into.setDouble(readingLayout.velocity(joint), share < 1 ? (to - from) * 1e9 / wishNanos : 0);
        }
        return outcome;
    }

    @Override
    public long readWireNanos() {
        return 0;
    }

    @Override
    public String faultDetail() {
        return "the policy has said nothing yet";
    }

    @Override
    public void close() {
        // nothing is open
    }
}

package org.telescribe.teleop.control.loop;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;

/// Which leader joint each follower joint follows, by name.
final class ChannelMap {
    private final int[] leaderIndex;

    /// Maps by name or refuses.
    ///
    /// @param side side of both arms
    /// @param leader joints of the leader
    /// @param follower joints of the follower
    /// @throws StationRefused when a follower joint has no leader joint of its name
    ChannelMap(ArmSide side, ArmLayout leader, ArmLayout follower) throws StationRefused {
        leaderIndex = new int[follower.size()];
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < leaderIndex.length; i++) {
            String name = follower.joints().get(i).name();
            leaderIndex[i] = leader.indexOf(name);
            if (leaderIndex[i] < 0) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw new StationRefused("The %s leader has no joint %s, which its follower has. Nothing was moved. "
                            .formatted(side.word(), String.join(", ", missing))
                    + "Name the joints of both arms alike in the station file.");
        }
    }

    int leaderIndex(int followerJoint) {
        return leaderIndex[followerJoint];
    }
}

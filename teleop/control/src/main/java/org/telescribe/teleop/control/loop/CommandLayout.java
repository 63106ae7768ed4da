package org.telescribe.teleop.control.loop;

/// Which lane of a command to one follower holds what.
///
/// @param joints joints of the follower
record CommandLayout(int joints) {
    static final int TICK = 0;
    static final int TORQUE = 1;
    static final int WRITE = 2;
    private static final int FIRST_GOAL = 3;

    int size() {
        return FIRST_GOAL + joints;
    }

    int goalRad(int joint) {
        return FIRST_GOAL + joint;
    }
}

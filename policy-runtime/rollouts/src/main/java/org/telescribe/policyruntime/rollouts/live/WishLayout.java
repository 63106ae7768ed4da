package org.telescribe.policyruntime.rollouts.live;

/// Which lane of a wish for one arm holds what: since when it holds, where it comes from, where it goes.
///
/// @param joints joints of the arm
record WishLayout(int joints) {
    static final int SINCE_NANOS = 0;
    private static final int FIRST_JOINT = 1;

    int size() {
        return FIRST_JOINT + 2 * joints;
    }

    int fromRad(int joint) {
        return FIRST_JOINT + joint;
    }

    int toRad(int joint) {
        return FIRST_JOINT + joints + joint;
    }
}

package org.telescribe.devices.drivers.dynamixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ServoSpecTest {
    private final ServoSpec forward = new ServoSpec("elbow", 3, ServoModel.XM430_W350, 2048, 1);
    private final ServoSpec reversed = new ServoSpec("elbow", 3, ServoModel.XM430_W350, 1024, -1);

    @Test
    void aTurnIs4096Counts() {
        assertEquals(0, forward.rad(2048));
        assertEquals(Math.PI, forward.rad(4096), 1e-12);
        assertEquals(-Math.PI / 2, forward.rad(1024), 1e-12);
        assertEquals(3072, forward.counts(Math.PI / 2));
    }

    @Test
    void aReversedServoCountsTheOtherWay() {
        assertEquals(-Math.PI / 2, reversed.rad(2048), 1e-12);
        assertEquals(0, reversed.counts(Math.PI / 2));
        for (int counts = 0; counts < 4096; counts++) {
            assertEquals(counts, reversed.counts(reversed.rad(counts)));
        }
    }

    @Test
    void anIdentifierOrDirectionThatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ServoSpec("elbow", 253, ServoModel.XM430_W350, 2048, 1));
        assertThrows(IllegalArgumentException.class, () -> new ServoSpec("elbow", 3, ServoModel.XM430_W350, 2048, 0));
    }
}

package org.telescribe.devices.posix;

/// The line speeds that serial servos use, with the system's code for each.
enum BaudRate {
    B9600(9_600, 0x0D),
    B57600(57_600, 0x1001),
    B115200(115_200, 0x1002),
    B500000(500_000, 0x1005),
    B1000000(1_000_000, 0x1008),
    B2000000(2_000_000, 0x100B),
    B3000000(3_000_000, 0x100D),
    B4000000(4_000_000, 0x100F);

    private final int bitsPerSecond;
    private final int code;

    BaudRate(int bitsPerSecond, int code) {
        this.bitsPerSecond = bitsPerSecond;
        this.code = code;
    }

    int code() {
        return code;
    }

    static BaudRate of(int bitsPerSecond) {
        for (BaudRate rate : values()) {
            if (rate.bitsPerSecond == bitsPerSecond) {
                return rate;
            }
        }
        throw new IllegalArgumentException(
                "%d baud is not a speed that servos use. Choose 9600, 57600, 115200, 500000 or 1, 2, 3, 4 million."
                        .formatted(bitsPerSecond));
    }
}

package org.telescribe.devices.emulator.servo;

/// What a chain answers to each instruction. Confined to the chain's thread; allocates nothing.
final class ChainProtocol {
    private static final int BROADCAST_ID = 0xFE;
    private static final int INSTRUCTION_FAULT = 2;
    private static final int CHECKSUM_FAULT = 3;
    private static final int LENGTH_FAULT = 5;
    private static final int ACCESS_FAULT = 7;
    private static final int BLOCK_EXTRA_BYTES = 4;
    private static final int READS_ANSWERED = 1;
    private static final int ALL_ANSWERED = 2;
    private static final int MISNAMED_ID = 99;

    private final EmulatedServo[] servos;
    private final RequestReader request;
    private final FaultSwitch faults;
    private final ServoChain line;
    private final Answer answer = new Answer();
    private long nowNanos;

    ChainProtocol(EmulatedServo[] servos, RequestReader request, FaultSwitch faults, ServoChain line) {
        this.servos = servos;
        this.request = request;
        this.faults = faults;
        this.line = line;
    }

    /// Brings all servos up to a moment.
    void advance(long toNanos) {
        nowNanos = toNanos;
        for (EmulatedServo servo : servos) {
            servo.advance(toNanos, faults.takeOverload(servo.id()));
        }
    }

    /// Carries out the request that the reader holds and answers it.
    ///
    /// @param arrivedNanos when its last byte would have come over a real line
    void serve(long arrivedNanos) {
        advance(arrivedNanos);
        if (request.isDamaged()) {
            line.counters().addDamaged();
            refuse(CHECKSUM_FAULT);
            return;
        }
        switch (request.instruction()) {
            case 0x01 -> ping();
            case 0x02 -> read();
            case 0x03, 0x04 -> write(request.instruction() == 0x04);
            case 0x05 -> action();
            case 0x06, 0x10 -> acknowledge();
            case 0x08 -> reboot();
            case 0x82 -> syncRead();
            case 0x83 -> syncWrite();
            case 0x8A -> fastSyncRead();
            case 0x92 -> bulkRead();
            case 0x93 -> bulkWrite();
            case 0x55 -> {
                // an answer of somebody else on the line
            }
            default -> refuse(INSTRUCTION_FAULT);
        }
    }

    private boolean listens(EmulatedServo servo) {
        return servo.isAwake(nowNanos) && !faults.isSilent(servo.id());
    }

    private boolean isMeant(EmulatedServo servo) {
        return (request.id() == servo.id() || request.id() == BROADCAST_ID) && listens(servo);
    }

    private void refuse(int fault) {
        for (EmulatedServo servo : servos) {
            if (request.id() == servo.id() && listens(servo)) {
                say(servo, fault, ALL_ANSWERED);
            }
        }
    }

    /// Answers without data, unless the servo is set to keep quiet.
    private void say(EmulatedServo servo, int fault, int levelNeeded) {
        if (request.id() != BROADCAST_ID && level(servo) >= levelNeeded) {
            answer.begin(servo.id(), fault | servo.alert()).end();
            line.transmit(answer, servo.returnDelayNanos());
        }
    }

    private static int level(EmulatedServo servo) {
        return servo.table().get(TableEntry.STATUS_RETURN_LEVEL);
    }

    private void ping() {
        for (EmulatedServo servo : servos) {
            if (isMeant(servo)) {
                answer.begin(servo.id(), servo.alert())
                        .u16(servo.modelNumber())
                        .u8(servo.firmware())
                        .end();
                line.transmit(answer, servo.returnDelayNanos());
            }
        }
    }

    private void read() {
        for (EmulatedServo servo : servos) {
            if (request.id() == servo.id() && listens(servo)) {
                sendData(servo, request.u16(0), request.u16(2));
            }
        }
    }

    private void sendData(EmulatedServo servo, int address, int count) {
        if (level(servo) < READS_ANSWERED) {
            return;
        }
        boolean readable = servo.table().isReadable(address, count);
        int id = faults.takeMisnamed() ? MISNAMED_ID : servo.id();
        answer.begin(id, readable ? servo.alert() : ACCESS_FAULT | servo.alert());
        if (readable) {
            int sent = faults.takeShort() ? count - 1 : count;
            for (int i = 0; i < sent; i++) {
                answer.u8(servo.table().u8(address + i));
            }
        }
        answer.end();
        line.transmit(answer, servo.returnDelayNanos());
    }

    private void write(boolean prepareOnly) {
        int address = request.u16(0);
        int count = request.parameterCount() - 2;
        for (EmulatedServo servo : servos) {
            if (isMeant(servo)) {
                int fault = prepareOnly
                        ? servo.prepare(request, 2, address, count)
                        : servo.write(request, 2, address, count);
                say(servo, fault, ALL_ANSWERED);
            }
        }
    }

    private void action() {
        for (EmulatedServo servo : servos) {
            if (isMeant(servo)) {
                say(servo, servo.carryOut(), ALL_ANSWERED);
            }
        }
    }

    private void acknowledge() {
        for (EmulatedServo servo : servos) {
            if (isMeant(servo)) {
                say(servo, request.parameterCount() == 0 ? LENGTH_FAULT : 0, ALL_ANSWERED);
            }
        }
    }

    private void reboot() {
        for (EmulatedServo servo : servos) {
            if (isMeant(servo)) {
                say(servo, 0, ALL_ANSWERED);
                servo.reboot(nowNanos);
            }
        }
    }

    private int servoIndex(int id) {
        for (int i = 0; i < servos.length; i++) {
            if (servos[i].id() == id && listens(servos[i])) {
                return i;
            }
        }
        return -1;
    }

    /// Each servo waits for the answer of the one before it, so a silent one silences those behind it.
    private void syncRead() {
        int address = request.u16(0);
        int count = request.u16(2);
        for (int at = 4; at < request.parameterCount(); at++) {
            int index = servoIndex(request.u8(at));
            if (index < 0) {
                return;
            }
            sendData(servos[index], address, count);
        }
    }

    private void bulkRead() {
        for (int at = 0; at + 5 <= request.parameterCount(); at += 5) {
            int index = servoIndex(request.u8(at));
            if (index < 0) {
                return;
            }
            sendData(servos[index], request.u16(at + 1), request.u16(at + 3));
        }
    }

    private void fastSyncRead() {
        int address = request.u16(0);
        int count = request.u16(2);
        int asked = request.parameterCount() - 4;
        boolean isShort = faults.takeShort();
        int sent = isShort ? count - 1 : count;
        answer.beginFast(asked * (sent + BLOCK_EXTRA_BYTES));
        long pauseNanos = 0;
        boolean misnamed = faults.takeMisnamed();
        for (int i = 0; i < asked; i++) {
            int index = servoIndex(request.u8(4 + i));
            if (index < 0 || !servos[index].table().isReadable(address, count)) {
                break; // the packet ends here, and the client waits in vain for the rest
            }
            EmulatedServo servo = servos[index];
            pauseNanos = i == 0 ? servo.returnDelayNanos() : pauseNanos;
            answer.u8(servo.alert()).u8(misnamed ? MISNAMED_ID : servo.id());
            for (int j = 0; j < sent; j++) {
                answer.u8(servo.table().u8(address + j));
            }
            answer.checksum();
        }
        if (servoIndex(request.u8(4)) >= 0) {
            line.transmit(answer, pauseNanos);
        }
    }

    private void syncWrite() {
        int address = request.u16(0);
        int count = request.u16(2);
        for (int at = 4; at + 1 + count <= request.parameterCount(); at += 1 + count) {
            int index = servoIndex(request.u8(at));
            if (index >= 0) {
                int ignored = servos[index].write(request, at + 1, address, count);
            }
        }
    }

    private void bulkWrite() {
        int at = 0;
        while (at + 5 <= request.parameterCount()) {
            int index = servoIndex(request.u8(at));
            int count = request.u16(at + 3);
            if (index >= 0) {
                int ignored = servos[index].write(request, at + 5, request.u16(at + 1), count);
            }
            at += 5 + count;
        }
    }
}

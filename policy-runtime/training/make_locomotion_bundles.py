"""Writes manifests and golden actions for three locomotion policies of mujoco_playground (Apache-2.0).

The graphs themselves are not part of this repository; the tests look for them beside it. Run with a Python
that has numpy and onnxruntime:
    python policy-runtime/training/make_locomotion_bundles.py FOLDER_OF_ONNX \\
        policy-runtime/inference/src/test/resources/locomotion
"""

import hashlib
import pathlib
import sys

import numpy as np
import onnxruntime

BODY = ["linear_x", "linear_y", "linear_z"], ["angular_x", "angular_y", "angular_z"], ["up_x", "up_y", "up_z"]
COMMAND = ["command_x", "command_y", "command_yaw"]
PHASE = ["phase_cos_left", "phase_cos_right", "phase_sin_left", "phase_sin_right"]
GO1 = [f"{leg}_{joint}" for leg in ["fr", "fl", "rr", "rl"] for joint in ["hip", "thigh", "calf"]]
BERKELEY = [f"{leg}_{joint}" for leg in ["ll", "lr"] for joint in ["hr", "haa", "hfe", "kfe", "ffe", "faa"]]
LEG = ["hip_pitch", "hip_roll", "hip_yaw", "knee", "ankle_pitch", "ankle_roll"]
ARM = ["shoulder_pitch", "shoulder_roll", "shoulder_yaw", "elbow", "wrist_roll", "wrist_pitch", "wrist_yaw"]
G1 = (
    [f"{side}_{joint}" for side in ["left", "right"] for joint in LEG]
    + ["waist_yaw", "waist_roll", "waist_pitch"]
    + [f"{side}_{joint}" for side in ["left", "right"] for joint in ARM]
)
ROBOTS = {"go1": (GO1, False), "g1": (G1, True), "bh": (BERKELEY, True)}


def channels(joints, walks_by_phase):
    linear, angular, up = BODY
    start = [(n, "m/s") for n in linear] + [(n, "rad/s") for n in angular] + [(n, "1") for n in up]
    told = [(n, "1") for n in COMMAND]
    body = [(f"{j}.pos", "rad") for j in joints] + [(f"{j}.vel", "rad/s") for j in joints]
    last = [(f"{j}.last_action", "1") for j in joints]
    if walks_by_phase:
        return start + told + body + last + [(n, "1") for n in PHASE]
    return start + body + last + told


def line(name, unit, more=""):
    return f'  - {{name: {name}, unit: "{unit}", min: -100, max: 100, {more}statistics: {{mode: in_graph}}}}\n'


def make(robot, onnx, out):
    joints, phase = ROBOTS[robot]
    state = channels(joints, phase)
    rng = np.random.default_rng(11)
    told = np.round(rng.uniform(-0.5, 0.5, len(state)), 3)
    session = onnxruntime.InferenceSession(str(onnx))
    actions = session.run(None, {"obs": told[None].astype(np.float32)})[0]
    out.mkdir(parents=True, exist_ok=True)
    (out / "golden-actions.f32").write_bytes(actions.astype("<f4").tobytes())
    hashes = {
        f"{robot}_policy.onnx": hashlib.sha256(onnx.read_bytes()).hexdigest(),
        "golden-actions.f32": hashlib.sha256((out / "golden-actions.f32").read_bytes()).hexdigest(),
    }
    (out / "policy.yaml").write_text(
        f'format: telescribe-policy\nversion: 1\nid: {robot}-joystick\nrevision: "d5e6b475"\nlicence: Apache-2.0\nfiles:\n'
        + "".join(f"  {name}: {value}\n" for name, value in hashes.items())
        + f"robot: {robot}\ncontrol_hz: 50\nstate:\n"
        + "".join(line(*channel) for channel in state)
        + "actions:\n"
        + "".join(line(f"{j}.action", "1", "representation: absolute, ") for j in joints)
        + "language: none\ngraph:\n"
        + f"  file: {robot}_policy.onnx\n  inputs:\n"
        + f"    - {{tensor: obs, from: state, type: float32, shape: [1, {len(state)}]}}\n"
        + f"  actions: {{tensor: continuous_actions, type: float32, shape: [1, {len(joints)}]}}\n"
        + "chunk: {size: 1, executed: 1}\n"
        + f"golden:\n  state: {told.tolist()}\n  actions: golden-actions.f32\n  tolerance: 1.0e-4\n"
        + "minimum_provider: cpu\n"
    )


if __name__ == "__main__":
    for name in ROBOTS:
        make(name, pathlib.Path(sys.argv[1]) / f"{name}_policy.onnx", pathlib.Path(sys.argv[2]) / name)

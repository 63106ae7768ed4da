"""Makes the bundles that the tests of policy-runtime/inference use: tiny graphs with fixed numbers.

Run with a Python that has numpy, onnx and onnxruntime:
    python policy-runtime/training/make_test_bundle.py policy-runtime/inference/src/test/resources/bundles
"""

import hashlib
import pathlib
import sys

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

CHUNK, ACTIONS, STATES, TOKENS, WORDS, SIDE = 5, 2, 3, 4, 5, 4


def constant(name, array):
    return numpy_helper.from_array(array, name)


def save(graph, path):
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="test")
    model.ir_version = 8
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString(deterministic=True))


def tiny(path):
    """actions[i, a] = state @ W + mean of the picture + sum of the words' numbers + 0.1 i, normalised."""
    weights = np.array([[0.5, 0.0], [0.0, 0.5], [0.1, -0.1]], np.float32)
    words = np.array([[0, 0], [0.05, 0], [0, 0.05], [-0.05, 0], [0, -0.05]], np.float32)
    steps = np.repeat(0.1 * np.arange(CHUNK, dtype=np.float32)[:, None], ACTIONS, 1)[None]
    nodes = [
        helper.make_node("MatMul", ["state", "weights"], ["of_state"]),
        helper.make_node("ReduceMean", ["picture"], ["of_picture"], axes=[1, 2, 3], keepdims=0),
        helper.make_node("Gather", ["words", "tokens"], ["embedded"], axis=0),
        helper.make_node("ReduceSum", ["embedded", "axis1"], ["of_words"], keepdims=0),
        helper.make_node("Add", ["of_state", "of_words"], ["with_words"]),
        helper.make_node("Add", ["with_words", "of_picture"], ["base"]),
        helper.make_node("Unsqueeze", ["base", "axis1"], ["row"]),
        helper.make_node("Add", ["row", "steps"], ["actions"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [
            helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, 3, SIDE, SIDE]),
            helper.make_tensor_value_info("state", TensorProto.FLOAT, [1, STATES]),
            helper.make_tensor_value_info("tokens", TensorProto.INT64, [1, TOKENS]),
        ],
        [helper.make_tensor_value_info("actions", TensorProto.FLOAT, [1, CHUNK, ACTIONS])],
        [
            constant("weights", weights),
            constant("words", words),
            constant("steps", steps),
            constant("axis1", np.array([1], np.int64)),
        ],
    )
    save(graph, path)


def slow(path):
    """Takes minutes: a loop of ten thousand millions of rounds, which ends only when it is told to."""
    body = helper.make_graph(
        [
            helper.make_node("Identity", ["go_in"], ["go_out"]),
            helper.make_node("Tanh", ["x_in"], ["x_out"]),
        ],
        "round",
        [
            helper.make_tensor_value_info("round", TensorProto.INT64, []),
            helper.make_tensor_value_info("go_in", TensorProto.BOOL, []),
            helper.make_tensor_value_info("x_in", TensorProto.FLOAT, [1, STATES]),
        ],
        [
            helper.make_tensor_value_info("go_out", TensorProto.BOOL, []),
            helper.make_tensor_value_info("x_out", TensorProto.FLOAT, [1, STATES]),
        ],
    )
    graph = helper.make_graph(
        [
            # a state whose first number is above 50 takes for ever, any other one round
            helper.make_node("ReduceMax", ["state"], ["highest"], keepdims=0),
            helper.make_node("Greater", ["highest", "limit"], ["long_way"]),
            helper.make_node("Where", ["long_way", "many", "one"], ["rounds"]),
            helper.make_node("Loop", ["rounds", "go", "state"], ["actions"], body=body),
        ],
        "slow",
        [helper.make_tensor_value_info("state", TensorProto.FLOAT, [1, STATES])],
        [helper.make_tensor_value_info("actions", TensorProto.FLOAT, [1, STATES])],
        [
            constant("many", np.array(10_000_000_000, np.int64)),
            constant("one", np.array(1, np.int64)),
            constant("limit", np.array(50, np.float32)),
            constant("go", np.array(True)),
        ],
    )
    save(graph, path)


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def tiny_bundle(folder):
    folder.mkdir(parents=True, exist_ok=True)
    tiny(folder / "graph.onnx")
    (folder / "words.txt").write_text("<pad>\nreach\nleft\nright\nblock\n")
    rng = np.random.default_rng(7)
    picture = rng.integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)
    (folder / "golden-head.rgb").write_bytes(picture.tobytes())
    state = np.array([0.5, -0.25, 0.75])
    tokens = np.array([[1, 2, 4, 0]], np.int64)

    # state: mean/deviation; lowest/highest; quantiles
    normal = np.array([(0.5 - 0.1) / (0.5 + 1e-6), (-0.25 + 1) / 2 * 2 - 1, (0.75 - 0.0) / (1 + 1e-6) * 2 - 1])
    tensor = (picture.astype(np.float32) / 255 * 2 - 1).transpose(2, 0, 1)[None]
    session = onnxruntime.InferenceSession(str(folder / "graph.onnx"))
    raw = session.run(
        ["actions"], {"picture": tensor, "state": normal[None].astype(np.float32), "tokens": tokens}
    )[0][0]
    final = np.empty_like(raw)
    final[:, 0] = raw[:, 0] * 0.2 + 0.05 + state[0]  # relative to the observed state
    final[:, 1] = (raw[:, 1] + 1) / 2 * (0.8 - 0.0) + 0.0
    (folder / "golden-actions.f32").write_bytes(final.astype("<f4").tobytes())

    files = "".join(
        f"  {name}: {sha256(folder / name)}\n"
        for name in ["graph.onnx", "words.txt", "golden-head.rgb", "golden-actions.f32"]
    )
    (folder / "policy.yaml").write_text(TINY_YAML.replace("@FILES@", files))


def slow_bundle(folder):
    folder.mkdir(parents=True, exist_ok=True)
    slow(folder / "graph.onnx")
    actions = np.tanh(np.array([0.5, 0.25, 0.75], np.float32))
    (folder / "golden-actions.f32").write_bytes(actions.astype("<f4").tobytes())
    files = "".join(f"  {name}: {sha256(folder / name)}\n" for name in ["graph.onnx", "golden-actions.f32"])
    (folder / "policy.yaml").write_text(SLOW_YAML.replace("@FILES@", files))


TINY_YAML = """format: telescribe-policy
version: 1
id: tiny
revision: "1"
licence: Apache-2.0
files:
@FILES@robot: test_arm
control_hz: 50
state:
  - name: left_waist.pos
    unit: rad
    min: -3.0
    max: 3.0
    statistics: {mode: mean_std, mean: 0.1, std: 0.5, eps: 1.0e-6}
  - name: left_elbow.pos
    unit: rad
    min: -1.0
    max: 1.0
    statistics: {mode: min_max, min: -1.0, max: 1.0, eps: 0}
  - name: left_gripper.pos
    unit: fraction
    min: 0.0
    max: 1.0
    statistics: {mode: quantiles, low: 0.0, high: 1.0, eps: 1.0e-6}
actions:
  - name: left_waist.pos
    unit: rad
    min: -3.0
    max: 3.0
    representation: relative_to_observed_state
    statistics: {mode: mean_std, mean: 0.05, std: 0.2, eps: 1.0e-8}
  - name: left_gripper.pos
    unit: fraction
    min: 0.0
    max: 1.0
    representation: absolute
    statistics: {mode: min_max, min: 0.0, max: 0.8, eps: 0}
grippers:
  - {channel: left_gripper.pos, open: 1.0, closed: 0.0}
cameras:
  - role: head
    width: 4
    height: 4
    resize: pad_centred
    antialias: true
    pad_value: 0
    scaling: minus_one_to_one
    layout: chw
language: {vocabulary: words.txt, length: 4}
graph:
  file: graph.onnx
  inputs:
    - {tensor: picture, from: "camera:head", type: float32, shape: [1, 3, 4, 4]}
    - {tensor: state, from: state, type: float32, shape: [1, 3]}
    - {tensor: tokens, from: instruction, type: int64, shape: [1, 4]}
  actions: {tensor: actions, type: float32, shape: [1, 5, 2]}
chunk: {size: 5, executed: 3}
start_pose:
  - {channel: left_waist.pos, min: -0.5, max: 0.6}
golden:
  pictures:
    - {role: head, file: golden-head.rgb, width: 4, height: 4}
  state: [0.5, -0.25, 0.75]
  instruction: "Reach left block"
  actions: golden-actions.f32
  tolerance: 1.0e-5
minimum_provider: cpu
"""

CHANNEL = """  - name: {name}
    unit: "1"
    min: -100
    max: 100
{more}    statistics: {{mode: in_graph}}
"""

SLOW_YAML = (
    """format: telescribe-policy
version: 1
id: slow
revision: "1"
licence: Apache-2.0
files:
@FILES@robot: test_arm
control_hz: 50
state:
"""
    + "".join(CHANNEL.format(name=n, more="") for n in "abc")
    + "actions:\n"
    + "".join(CHANNEL.format(name=n, more="    representation: absolute\n") for n in "abc")
    + """language: none
graph:
  file: graph.onnx
  inputs:
    - {tensor: state, from: state, type: float32, shape: [1, 3]}
  actions: {tensor: actions, type: float32, shape: [1, 3]}
chunk: {size: 1, executed: 1}
golden:
  state: [0.5, 0.25, 0.75]
  actions: golden-actions.f32
  tolerance: 1.0e-5
minimum_provider: cpu
"""
)

if __name__ == "__main__":
    out = pathlib.Path(sys.argv[1])
    tiny_bundle(out / "tiny")
    slow_bundle(out / "slow")

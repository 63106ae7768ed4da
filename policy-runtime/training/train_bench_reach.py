"""Trains the bench's reaching policy and writes it as a bundle.

    telescribe policy demonstrate --out demonstrations
    python train_bench_reach.py --demonstrations demonstrations --bundle bench-reach

One processor of two cores needs less than an hour. The same seed on the same machine gives the same
policy up to the rounding of its libraries.
"""

import argparse
import hashlib
import json
import pathlib
import time

import numpy as np
import onnxruntime
import torch

import demonstrations as recorded
from reach_policy import CHUNK, TOKENS, WORDS, ReachPolicy, tokens

SMALLEST_DEVIATION = 0.05  # radians; what hardly moves must not weigh as much as what moves
EXECUTED = 10
REST = [0, -0.75, 0.85, 0, 0.75, 0, 0.45]
START_SPREAD = 0.25  # radians around the rest pose
LIMITS = {
    "waist": (-2.9, 2.9),
    "shoulder": (-1.8, 1.9),
    "elbow": (-1.7, 1.7),
    "forearm_roll": (-2.9, 2.9),
    "wrist_angle": (-1.9, 2.2),
    "wrist_rotate": (-2.9, 2.9),
    "gripper": (0.0, 1.2),
}


class Samples:
    """Every row of every episode, in arrays; a batch is a choice of rows."""

    def __init__(self, episodes):
        self.state = np.concatenate([episode.state for episode in episodes])
        self.goal = np.concatenate([np.repeat(e.requested[-1:], len(e.state), 0) for e in episodes])
        self.chunk = np.concatenate([self.chunks(episode) for episode in episodes])
        self.tokens = np.concatenate([[tokens(e.instruction)] * len(e.state) for e in episodes]).astype(np.int64)
        self.pictures = {c: np.concatenate([e.pictures[c] for e in episodes]) for c in recorded.CAMERAS}

    @staticmethod
    def chunks(episode):
        last = len(episode.requested) - 1
        rows = np.minimum(np.arange(len(episode.state))[:, None] + np.arange(CHUNK), last)
        return episode.requested[rows] - episode.state[:, None]  # relative to the observed state

    def __len__(self):
        return len(self.state)


class Normaliser:
    def __init__(self, samples):
        self.state_mean = samples.state.mean(0)
        self.state_std = np.maximum(samples.state.std(0), SMALLEST_DEVIATION)
        self.action_mean = samples.chunk.mean((0, 1))
        self.action_std = np.maximum(samples.chunk.std((0, 1)), SMALLEST_DEVIATION)

    def state(self, values):
        return ((values - self.state_mean) / self.state_std).astype(np.float32)

    def actions(self, values):
        return ((values - self.action_mean) / self.action_std).astype(np.float32)


def batch(samples, norm, rows, rng=None):
    pictures = []
    for camera in recorded.CAMERAS:
        picture = torch.from_numpy(samples.pictures[camera][rows]).permute(0, 3, 1, 2).float() / 255
        if rng is not None:  # other light and exposure; hardly another hue, the instruction names colours
            gain = rng.uniform(0.9, 1.1, (len(rows), 1, 1, 1)) * rng.uniform(0.98, 1.02, (len(rows), 3, 1, 1))
            gain = torch.from_numpy(gain.astype(np.float32))
            offset = torch.from_numpy(rng.uniform(-0.03, 0.03, (len(rows), 1, 1, 1)).astype(np.float32))
            picture = (picture * gain + offset).clamp(0, 1)
        pictures.append(picture)
    state = torch.from_numpy(norm.state(samples.state[rows]))
    words = torch.from_numpy(samples.tokens[rows])
    return (*pictures, state, words), (
        torch.from_numpy(norm.actions(samples.chunk[rows])),
        torch.from_numpy(norm.state(samples.goal[rows])),
    )


def loss_of(policy, inputs, labels):
    chunk, goal = policy(*inputs)
    chunk, goal = chunk.float(), goal.float()
    return (chunk - labels[0]).abs().mean() + (goal - labels[1]).abs().mean()


def evaluate(policy, samples, norm, count=2048):
    rows = np.random.default_rng(1).choice(len(samples), min(count, len(samples)), False)
    policy.eval()
    goal_off, chunk_off = [], []
    with torch.no_grad():
        for part in np.array_split(rows, max(1, len(rows) // 256)):
            inputs, labels = batch(samples, norm, part)
            chunk, goal = policy(*inputs)
            goal_off.append(((goal - labels[1]).abs().numpy() * norm.state_std))
            chunk_off.append(((chunk - labels[0]).abs().numpy() * norm.action_std).mean((1, 2)))
    policy.train()
    return np.concatenate(goal_off).max(1).mean(), np.concatenate(chunk_off).mean()


def train(samples, checks, norm, args):
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    policy = ReachPolicy(samples.state.shape[1])
    averaged = torch.optim.swa_utils.AveragedModel(
        policy, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.999)
    )
    optimizer = torch.optim.AdamW(policy.parameters(), lr=args.rate, weight_decay=1e-4)
    begun = time.monotonic()
    step = 0
    losses = []
    while True:
        share = (time.monotonic() - begun) / 60 / args.minutes if args.steps is None else step / max(1, args.steps)
        if share >= 1:
            break
        rate = args.rate * min(1, step / 200 + 0.01) * (0.5 + 0.5 * np.cos(np.pi * min(1, share)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        rows = rng.integers(0, len(samples), args.batch)
        inputs, labels = batch(samples, norm, rows, rng)
        with torch.autocast("cpu", torch.bfloat16, enabled=args.bfloat16):
            loss = loss_of(policy, inputs, labels)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(policy.parameters(), 1.0)
        optimizer.step()
        averaged.update_parameters(policy)
        losses.append(loss.item())
        step += 1
        if step % args.report == 0:
            goal, chunk = evaluate(averaged.module, checks, norm)
            print(
                f"{(time.monotonic() - begun) / 60:5.1f} min  step {step:6d}  loss {np.mean(losses):.4f}"
                f"  not seen before: end pose off {goal:.4f} rad, chunk off {chunk:.4f} rad",
                flush=True,
            )
            losses.clear()
    return averaged.module, step


class Exported(torch.nn.Module):
    def __init__(self, policy):
        super().__init__()
        self.policy = policy

    def forward(self, head, left_wrist, right_wrist, state, token_numbers):
        return self.policy(head, left_wrist, right_wrist, state, token_numbers)[0]


def export(policy, file):
    policy.eval()
    inputs = (
        torch.zeros(1, 3, 96, 128),
        torch.zeros(1, 3, 48, 64),
        torch.zeros(1, 3, 48, 64),
        torch.zeros(1, policy.channels),
        torch.zeros(1, TOKENS, dtype=torch.int64),
    )
    names = ["head", "left_wrist", "right_wrist", "state", "tokens"]
    torch.onnx.export(
        Exported(policy), inputs, str(file), input_names=names, output_names=["actions"], opset_version=17, dynamo=False
    )


def golden(folder, samples, norm, episode):
    """Runs one observation that training did not see and keeps what came out."""
    session = onnxruntime.InferenceSession(str(folder / "graph.onnx"), providers=["CPUExecutionProvider"])
    feed = {
        "state": norm.state(episode.state[:1].astype(np.float64)),
        "tokens": np.array([tokens(episode.instruction)], np.int64),
    }
    for camera in recorded.CAMERAS:
        picture = episode.pictures[camera][0]
        (folder / f"golden-{camera}.rgb").write_bytes(np.ascontiguousarray(picture).tobytes())
        feed[camera] = (picture.astype(np.float32) / 255).transpose(2, 0, 1)[None]
    raw = session.run(["actions"], feed)[0][0].astype(np.float64)
    final = raw * norm.action_std + norm.action_mean + episode.state[0].astype(np.float64)
    (folder / "golden-actions.f32").write_bytes(final.astype("<f4").tobytes())
    return episode.state[0]


def joint_of(name):
    return name.split(".")[0].removeprefix("left_").removeprefix("right_")


def write_manifest(folder, names, fps, robot, norm, state, instruction, revision):
    def number(value):
        return f"{float(value):.9g}"

    def channel(name, mean, std, more=()):
        low, high = LIMITS[joint_of(name)]
        return [
            f"  - name: {name}",
            "    unit: rad",
            f"    min: {low}",
            f"    max: {high}",
            *more,
            f"    statistics: {{mode: mean_std, mean: {number(mean)}, std: {number(std)}, eps: 0}}",
        ]

    files = ["graph.onnx", "words.txt", "golden-actions.f32"] + [f"golden-{c}.rgb" for c in recorded.CAMERAS]
    sizes = {"head": (128, 96), "left_wrist": (64, 48), "right_wrist": (64, 48)}
    lines = ["format: telescribe-policy", "version: 1", "id: bench-reach", f'revision: "{revision}"', "licence: Apache-2.0"]
    lines.append("files:")
    lines += [f"  {file}: {hashlib.sha256((folder / file).read_bytes()).hexdigest()}" for file in files]
    lines += [f"robot: {robot}", f"control_hz: {fps}", "state:"]
    for i, name in enumerate(names):
        lines += channel(name, norm.state_mean[i], norm.state_std[i])
    lines.append("actions:")
    for i, name in enumerate(names):
        lines += channel(
            name, norm.action_mean[i], norm.action_std[i], ["    representation: relative_to_observed_state"]
        )
    lines.append("grippers:")
    for name in names:
        if joint_of(name) == "gripper":
            lines.append(f"  - {{channel: {name}, open: 1.2, closed: 0.0}}")
    lines.append("cameras:")
    for camera in recorded.CAMERAS:
        width, height = sizes[camera]
        lines += [
            f"  - role: {camera}",
            f"    width: {width}",
            f"    height: {height}",
            "    resize: pad_centred",
            "    antialias: true",
            "    pad_value: 0",
            "    scaling: zero_to_one",
            "    layout: chw",
        ]
    lines += [f"language: {{vocabulary: words.txt, length: {TOKENS}}}", "graph:", "  file: graph.onnx", "  inputs:"]
    for camera in recorded.CAMERAS:
        width, height = sizes[camera]
        lines.append(f'    - {{tensor: {camera}, from: "camera:{camera}", type: float32, shape: [1, 3, {height}, {width}]}}')
    lines += [
        f"    - {{tensor: state, from: state, type: float32, shape: [1, {len(names)}]}}",
        f"    - {{tensor: tokens, from: instruction, type: int64, shape: [1, {TOKENS}]}}",
        f"  actions: {{tensor: actions, type: float32, shape: [1, {CHUNK}, {len(names)}]}}",
        f"chunk: {{size: {CHUNK}, executed: {EXECUTED}}}",
        "start_pose:",
    ]
    for i, name in enumerate(names):
        rest = REST[i % len(REST)]
        lines.append(f"  - {{channel: {name}, min: {rest - START_SPREAD:.3f}, max: {rest + START_SPREAD:.3f}}}")
    lines += ["golden:", "  pictures:"]
    for camera in recorded.CAMERAS:
        width, height = sizes[camera]
        lines.append(f"    - {{role: {camera}, file: golden-{camera}.rgb, width: {width}, height: {height}}}")
    lines += [
        "  state: [" + ", ".join(number(value) for value in state) + "]",
        f'  instruction: "{instruction}"',
        "  actions: golden-actions.f32",
        "  tolerance: 1.0e-3",
        "minimum_provider: cpu",
        "",
    ]
    (folder / "policy.yaml").write_text("\n".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--demonstrations", required=True, help="LeRobot dataset of `telescribe policy demonstrate`")
    parser.add_argument("--bundle", required=True, help="folder to write the bundle into")
    parser.add_argument("--minutes", type=float, default=45, help="how long to train")
    parser.add_argument("--steps", type=int, help="train for so many steps instead")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--report", type=int, default=250, help="every how many steps to say how it goes")
    parser.add_argument("--revision", default="1")
    parser.add_argument("--episodes", type=int, help="take only the first so many episodes")
    parser.add_argument("--no-bfloat16", dest="bfloat16", action="store_false")
    args = parser.parse_args()

    begun = time.monotonic()
    episodes, names, fps, robot = recorded.load(args.demonstrations, args.episodes)
    held_out = max(1, len(episodes) // 20)
    samples, checks = Samples(episodes[:-held_out]), Samples(episodes[-held_out:])
    norm = Normaliser(samples)
    print(f"{len(episodes)} demonstrations, {len(samples)} rows, read in {time.monotonic() - begun:.0f} s", flush=True)
    policy, steps = train(samples, checks, norm, args)
    goal, chunk = evaluate(policy, checks, norm)

    folder = pathlib.Path(args.bundle)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.txt").write_text("\n".join(WORDS) + "\n")
    export(policy, folder / "graph.onnx")
    episode = episodes[-1]
    state = golden(folder, checks, norm, episode)
    write_manifest(folder, names, fps, robot, norm, state, episode.instruction, args.revision)
    facts = {
        "demonstrations": len(episodes),
        "rows": len(samples),
        "seed": args.seed,
        "steps": steps,
        "batch": args.batch,
        "minutes": round((time.monotonic() - begun) / 60, 1),
        "parameters": sum(parameter.numel() for parameter in policy.parameters()),
        "end_pose_off_rad": round(float(goal), 4),
        "chunk_off_rad": round(float(chunk), 4),
    }
    print(json.dumps(facts))


if __name__ == "__main__":
    main()

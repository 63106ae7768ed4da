"""Reads a LeRobot v3.0 dataset of the bench into memory: numbers, pictures and instructions."""

import dataclasses
import pathlib

import av
import numpy as np
import pyarrow.parquet as parquet

CAMERAS = ["head", "left_wrist", "right_wrist"]


@dataclasses.dataclass
class Episode:
    """One demonstration.

    state: [rows, channels], radians; requested: where the hand meant to be, [rows, channels], radians;
    pictures: for each camera [rows, height, width, 3], bytes of red, green and blue.
    """

    index: int
    instruction: str
    state: np.ndarray
    requested: np.ndarray
    pictures: dict[str, np.ndarray]


def tables(folder, pattern):
    files = sorted(folder.glob(pattern))
    if not files:
        raise SystemExit(f"{folder} has no {pattern}. Record demonstrations first: telescribe policy demonstrate.")
    return [parquet.read_table(file) for file in files]


def channel_names(folder):
    import json

    info = json.loads((folder / "meta" / "info.json").read_text())
    return info["features"]["observation.state"]["names"], info["fps"], info["robot_type"]


class Videos:
    """Pictures of one camera, decoded file by file in the order of the episodes."""

    def __init__(self, folder, camera):
        self.folder = folder
        self.key = f"observation.images.{camera}"
        self.at = None
        self.frames = None

    def of(self, row, fps):
        place = (row[f"videos/{self.key}/chunk_index"], row[f"videos/{self.key}/file_index"])
        if place != self.at:
            file = self.folder / "videos" / self.key / f"chunk-{place[0]:03d}" / f"file-{place[1]:03d}.mp4"
            with av.open(str(file)) as container:
                self.frames = np.stack([frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)])
            self.at = place
        first = round(row[f"videos/{self.key}/from_timestamp"] * fps)
        return self.frames[first : first + row["length"]]


def load(folder, most=None):
    folder = pathlib.Path(folder)
    names, fps, robot = channel_names(folder)
    rows = [row for table in tables(folder, "meta/episodes/**/*.parquet") for row in table.to_pylist()]
    rows.sort(key=lambda row: row["episode_index"])
    numbers = {}
    for table in tables(folder, "data/**/*.parquet"):
        episode = table["episode_index"].to_numpy()
        state = np.array(table["observation.state"].to_pylist(), np.float32)
        requested = np.array(table["action.requested"].to_pylist(), np.float32)
        for index in np.unique(episode):
            numbers[int(index)] = (state[episode == index], requested[episode == index])
    videos = {camera: Videos(folder, camera) for camera in CAMERAS}
    episodes = []
    for row in rows[:most]:
        state, requested = numbers[row["episode_index"]]
        pictures = {camera: videos[camera].of(row, fps).copy() for camera in CAMERAS}
        for camera, frames in pictures.items():
            if len(frames) != len(state):
                raise SystemExit(f"episode {row['episode_index']}: {len(frames)} pictures of {camera}, {len(state)} rows")
        episodes.append(Episode(row["episode_index"], row["tasks"][0], state, requested, pictures))
    return episodes, names, fps, robot

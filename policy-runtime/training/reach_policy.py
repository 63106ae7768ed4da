"""The network of the bench's reaching policy: pictures, state and instruction to an action chunk."""

import torch
from torch import nn

CHUNK = 20
WORDS = ["<pad>", "reach", "the", "red", "blue", "green", "yellow", "block", "with", "left", "right", "arm"]
TOKENS = 8


def tokens(instruction):
    numbers = [WORDS.index(word) for word in instruction.lower().split()]
    return numbers + [0] * (TOKENS - len(numbers))


class Keypoints(nn.Module):
    """Where each feature is in the picture: the middle of mass of its softmax, -1..1 along x and y."""

    def __init__(self, height, width):
        super().__init__()
        ys, xs = torch.meshgrid(torch.linspace(-1, 1, height), torch.linspace(-1, 1, width), indexing="ij")
        self.register_buffer("places", torch.stack([xs.flatten(), ys.flatten()], 1))  # [pixels, 2]

    def forward(self, features):
        weights = features.flatten(2).float().softmax(-1)  # [batch, features, pixels]
        return torch.matmul(weights, self.places).flatten(1)  # [batch, 2 * features]


class Eye(nn.Module):
    """A picture looked at with an instruction in mind: the words scale and shift its features."""

    def __init__(self, height, width, words, features=32, strides=(2, 2)):
        super().__init__()
        self.first = nn.Conv2d(3, 16, 5, strides[0], 2)
        self.second = nn.Conv2d(16, features, 5, strides[1], 2)
        self.third = nn.Conv2d(features, features, 3, 1, 1)
        self.fourth = nn.Conv2d(features, features, 3, 1, 1)
        self.mind = nn.Linear(words, 4 * features)
        self.sharpness = nn.Parameter(torch.tensor(4.0))
        reduction = strides[0] * strides[1]
        self.keypoints = Keypoints(height // reduction, width // reduction)

    def forward(self, picture, words):
        scale1, shift1, scale2, shift2 = self.mind(words)[:, :, None, None].chunk(4, 1)
        x = torch.relu(self.first(picture - 0.5))
        x = torch.relu(self.second(x) * (1 + scale1) + shift1)
        x = torch.relu(self.third(x) * (1 + scale2) + shift2)
        return self.keypoints(self.fourth(x) * self.sharpness)


class ReachPolicy(nn.Module):
    """Says where the hands will end and how they go there.

    head [batch, 3, 96, 128] and both wrists [batch, 3, 48, 64], numbers 0..1; state [batch, channels],
    normalised; tokens [batch, 8]. Gives normalised actions [batch, 20, channels] and the normalised end
    pose [batch, channels], which only training looks at.
    """

    def __init__(self, channels, words=64, hidden=384):
        super().__init__()
        self.channels = channels
        self.embedding = nn.Embedding(len(WORDS), 24)
        self.reading = nn.Sequential(nn.Linear(24 * TOKENS, 128), nn.ReLU(), nn.Linear(128, words), nn.ReLU())
        self.head = Eye(96, 128, words)
        self.wrist = Eye(48, 64, words, strides=(2, 1))
        seen = 3 * 64
        self.goal = nn.Sequential(
            nn.Linear(seen + channels + words, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, channels),
        )
        self.way = nn.Sequential(
            nn.Linear(2 * channels, 256), nn.ReLU(), nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, CHUNK * channels)
        )

    def forward(self, head, left_wrist, right_wrist, state, token_numbers):
        words = self.reading(self.embedding(token_numbers).flatten(1))
        seen = torch.cat([self.head(head, words), self.wrist(left_wrist, words), self.wrist(right_wrist, words)], 1)
        goal = self.goal(torch.cat([seen, state, words], 1))
        chunk = self.way(torch.cat([goal, state], 1)).view(-1, CHUNK, self.channels)
        return chunk, goal

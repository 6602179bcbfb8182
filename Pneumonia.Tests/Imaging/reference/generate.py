#!/usr/bin/python3
"""Writes resizing.json: what Pillow and torch make of the synthetic pattern and of a small map (Debian's python3-pil 9.4 and
python3-torch 1.13.1)."""
import json
import os

import numpy as np
import torch
from PIL import Image

FOLDER = os.path.dirname(os.path.abspath(__file__))


def pillow(width, height):
    """The 8-bit pattern at another size, antialiased bilinear in floating point, on a scale from 0 to 1."""
    pattern = Image.open(os.path.join(FOLDER, "../fixtures/pattern.png")).convert("F")
    pixels = np.asarray(pattern.resize((width, height), Image.BILINEAR)) / 255
    return {"width": width, "height": height, "values": [round(float(v), 6) for v in pixels.ravel()]}


def bilinear(values, width, height):
    small = torch.tensor(values, dtype=torch.float32)[None, None]
    large = torch.nn.functional.interpolate(small, (height, width), mode="bilinear", align_corners=False)
    return {"width": width, "height": height, "values": [round(float(v), 6) for v in large.ravel()]}


MAP = [[0.0, 0.5, 1.0], [0.25, 0.75, 0.1]]

with open(os.path.join(FOLDER, "resizing.json"), "w") as file:
    json.dump({
        "reduced": pillow(20, 17),
        "enlarged": pillow(60, 50),
        "mixed": pillow(13, 55),
        "map": {"width": 3, "height": 2, "values": [v for row in MAP for v in row]},
        "mapEnlarged": bilinear(MAP, 7, 5),
    }, file)

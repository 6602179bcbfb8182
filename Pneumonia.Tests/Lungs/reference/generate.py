"""Writes boxes.json: parts of an image cut out and enlarged by torch's grid_sample.

Run: /usr/bin/python3 generate.py   (python3-torch)
"""
import json
import pathlib

import torch
import torch.nn.functional as functional

image = torch.rand(1, 1, 7, 9, generator=torch.Generator().manual_seed(3), dtype=torch.float64)
cases = []
for box in [(0.0, 0.0, 1.0, 1.0), (0.2, 0.1, 0.9, 0.8), (-0.2, -0.1, 1.1, 1.3)]:
    left, top, right, bottom = box
    theta = torch.tensor([[[right - left, 0, left + right - 1], [0, bottom - top, top + bottom - 1]]], dtype=torch.float64)
    grid = functional.affine_grid(theta, (1, 1, 6, 5), align_corners=False)
    cut = functional.grid_sample(image, grid, align_corners=False, padding_mode="zeros")
    cases.append({"box": box, "cut": cut.flatten().tolist()})
pathlib.Path(__file__).with_name("boxes.json").write_text(json.dumps({"image": image.flatten().tolist(), "cases": cases}))

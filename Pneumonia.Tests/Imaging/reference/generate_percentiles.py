"""Writes percentiles.json: an image stretched between its 1st and 99th percentile by NumPy.

Run: /usr/bin/python3 generate_percentiles.py
"""
import json
import pathlib

import numpy as np

image = (np.random.default_rng(5).normal(0.5, 0.15, 300)).clip(0, 1)
low, high = np.percentile(image, [1, 99])
pathlib.Path(__file__).with_name("percentiles.json").write_text(json.dumps({
    "image": image.tolist(), "stretched": ((image - low) / (high - low)).clip(0, 1).tolist()}))

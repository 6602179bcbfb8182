"""Images per second of a bare ResNet-18 training step in python3-torch: forward, loss, backward, AdamW. Grey 224x224 input held in
memory, channels-last, bfloat16 autocast where the processor has it, as the project's trainer."""
import argparse
import os
import time

import torch
import torchvision

parser = argparse.ArgumentParser()
parser.add_argument("--batch-size", type=int, default=32)
parser.add_argument("--steps", type=int, default=24)
arguments = parser.parse_args()

torch.set_num_threads(os.cpu_count())
torch.manual_seed(1)
low_precision = any(flag in open("/proc/cpuinfo").read() for flag in ("avx512_bf16", "amx_bf16"))
network = torchvision.models.resnet18(num_classes=2)
network.conv1 = torch.nn.Conv2d(1, 64, 7, 2, 3, bias=False)
network = network.to(memory_format=torch.channels_last).train()
optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3)
images = torch.randn(arguments.batch_size, 1, 224, 224)
labels = torch.randint(0, 2, (arguments.batch_size,))


def step():
    with torch.autocast("cpu", torch.bfloat16, enabled=low_precision):
        logits = network(images)
    loss = torch.nn.functional.cross_entropy(logits.float(), labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


for _ in range(3):
    step()
started = time.perf_counter()
for _ in range(arguments.steps):
    step()
print(arguments.batch_size * arguments.steps / (time.perf_counter() - started))

"""Writes golden.safetensors: inputs, outputs and gradients of PyTorch 1.13.1 (Debian's python3-torch).

Run: /usr/bin/python3 generate.py
An entry is called <case>/in/<name>, <case>/out or <case>/grad/<name>. The output's own gradient is evenly spaced from -1 to 1.
"""
import json
import pathlib
import struct

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
torch.manual_seed(20)
entries = {}


def case(name, function, **inputs):
    leaves = {key: value.clone().requires_grad_(value.is_floating_point() and not key.startswith("fixed"))
              for key, value in inputs.items()}
    output = function(*leaves.values())
    output.backward(torch.linspace(-1, 1, output.numel()).reshape(output.shape))
    for key, value in leaves.items():
        entries[f"{name}/in/{key}"] = value.detach()
        if value.grad is not None:
            entries[f"{name}/grad/{key}"] = value.grad
    entries[f"{name}/out"] = output.detach()


def r(*shape):
    return torch.randn(*shape)


# Convolution, linear, pooling.
case("conv2d", F.conv2d, input=r(2, 3, 8, 7), weight=r(4, 3, 3, 3), bias=r(4))
case("conv2d_stride", lambda x, w, b: F.conv2d(x, w, b, stride=(2, 1), padding=(1, 2)),
     input=r(2, 3, 8, 7), weight=r(4, 3, 3, 5), bias=r(4))
case("conv2d_groups", lambda x, w: F.conv2d(x, w, groups=2, padding=1), input=r(2, 4, 6, 6), weight=r(6, 2, 3, 3))
case("conv2d_dilation", lambda x, w: F.conv2d(x, w, dilation=2), input=r(1, 2, 9, 9), weight=r(3, 2, 3, 3))
case("linear", F.linear, input=r(5, 6), weight=r(4, 6), bias=r(4))
case("max_pool2d", lambda x: F.max_pool2d(x, 3, 2, 1), input=r(2, 3, 8, 8))
case("max_pool2d_ceil", lambda x: F.max_pool2d(x, 3, 2, ceil_mode=True), input=r(2, 2, 8, 8))
case("avg_pool2d", lambda x: F.avg_pool2d(x, 3, 1, 1), input=r(2, 2, 6, 6))
case("avg_pool2d_exclude_pad", lambda x: F.avg_pool2d(x, 3, 1, 1, count_include_pad=False), input=r(2, 2, 6, 6))
case("adaptive_avg_pool2d", lambda x: F.adaptive_avg_pool2d(x, (2, 3)), input=r(2, 3, 7, 8))

# Batch norm; in training the running statistics change in place and are stored as further outputs.
x, w, b, mean, var = r(4, 3, 5, 5), r(3), r(3), r(3), torch.rand(3) + 0.5
case("batch_norm_eval", lambda x, w, b, m, v: F.batch_norm(x, m, v, w, b), input=x, weight=w, bias=b, fixed_mean=mean,
     fixed_var=var)
moved_mean, moved_var = mean.clone(), var.clone()
case("batch_norm_train", lambda x, w, b: F.batch_norm(x, moved_mean, moved_var, w, b, True, 0.2, 1e-3), input=x, weight=w, bias=b)
entries["batch_norm_train/mean"], entries["batch_norm_train/var"] = moved_mean, moved_var

# Losses.
target = torch.tensor([0, 2, 1, 2, 0])
case("cross_entropy", F.cross_entropy, input=r(5, 3), target=target)
case("cross_entropy_weighted", lambda x, t, w: F.cross_entropy(x, t, w, label_smoothing=0.1), input=r(5, 3), target=target,
     fixed_weight=torch.tensor([0.5, 1.0, 2.0]))
case("cross_entropy_none", lambda x, t: F.cross_entropy(x, t, reduction="none"), input=r(5, 3), target=target)
case("cross_entropy_probabilities", lambda x, t: F.cross_entropy(x, t, label_smoothing=0.05, reduction="sum"), input=r(5, 3),
     fixed_target=torch.softmax(r(5, 3), 1))
case("bce_with_logits", lambda x, t, w: F.binary_cross_entropy_with_logits(x, t, pos_weight=w), input=r(5, 2),
     fixed_target=torch.rand(5, 2), fixed_weight=torch.tensor([0.5, 3.0]))
case("mse_loss", F.mse_loss, input=r(4, 3), target=r(4, 3))
case("kl_div", lambda x, t: F.kl_div(torch.log_softmax(x, 1), t, reduction="sum"), input=r(4, 3),
     fixed_target=torch.softmax(r(4, 3), 1))
case("normalize", F.normalize, input=r(4, 3))

# Geometry.
theta = torch.tensor([[[0.9, -0.2, 0.1], [0.2, 1.1, -0.3]], [[1.0, 0.0, 0.0], [0.3, 0.8, 0.2]]])
case("affine_grid", lambda t: F.affine_grid(t, (2, 1, 4, 5), align_corners=False), theta=theta)
for padding in ("zeros", "border", "reflection"):
    case(f"grid_sample_{padding}",
         lambda x, t: F.grid_sample(x, F.affine_grid(t, (2, 1, 4, 5), align_corners=False), padding_mode=padding,
                                    align_corners=False), input=r(2, 1, 6, 6), theta=theta)
case("interpolate_bilinear", lambda x: F.interpolate(x, (7, 4), mode="bilinear", align_corners=False), input=r(1, 2, 5, 6))
case("interpolate_corners", lambda x: F.interpolate(x, (7, 4), mode="bilinear", align_corners=True), input=r(1, 2, 5, 6))
case("interpolate_nearest", lambda x: F.interpolate(x, (7, 4)), input=r(1, 2, 5, 6))
case("pad_reflect", lambda x: F.pad(x, (1, 2, 0, 1), mode="reflect"), input=r(1, 1, 4, 4))

# Elementwise, reductions, order.
case("elementwise", lambda a, b: (a.exp() + b * a - 2 / (b.abs() + 1) + (1 - a).tanh() * b.sigmoid()).pow(2).sqrt(), a=r(3, 4),
     b=r(4))
case("activations", lambda a: F.relu(a) + F.silu(a) + F.relu6(a * 9) + a.clamp(-0.5, 0.5) + a.log_softmax(1), a=r(3, 4))
case("reductions", lambda a: a.sum((0, 2)) + a.mean(1).std() + a.var((0, 2), unbiased=False)
     + a.norm(dim=(0, 2)) + a.max(2)[0].sum(),
     a=r(3, 4, 5))
case("shapes", lambda a: torch.cat([a.permute(2, 0, 1).flatten(1), a.flip(2).transpose(0, 2).reshape(5, -1).roll(1, 0)], 1)
     .narrow(1, 1, 9).unsqueeze(0).expand(2, -1, -1).repeat(1, 1, 2), a=r(3, 4, 5))
case("picks", lambda a, i: torch.stack([a.index_select(1, i), a.gather(1, i.expand(3, -1)), a.sort(1, descending=True)[0][:, :3],
                                        a.topk(3, 1)[0], torch.where(a > 0, a, -a)[:, :3]]), a=r(3, 4), i=torch.tensor([2, 0, 1]))
case("matmul", lambda a, b: a @ b, a=r(2, 3, 4), b=r(4, 5))

# Optimisers: five steps with given gradients; the rate changes before the fourth.
start, grads = r(4, 3), r(5, 4, 3)
entries["optim/start"], entries["optim/grads"] = start, grads
for name, make in {
    "sgd": lambda p: torch.optim.SGD(p, 0.1),
    "sgd_momentum": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, weight_decay=0.01),
    "sgd_nesterov": lambda p: torch.optim.SGD(p, 0.1, momentum=0.8, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, 0.05, betas=(0.8, 0.95), weight_decay=0.02),
    "adamw": lambda p: torch.optim.AdamW(p, 0.05, weight_decay=0.1),
}.items():
    parameter = torch.nn.Parameter(start.clone())
    optimizer = make([parameter])
    for step, grad in enumerate(grads):
        if step == 3:
            optimizer.param_groups[0]["lr"] = 0.02
        parameter.grad = grad.clone()
        optimizer.step()
    entries[f"optim/{name}"] = parameter.detach()

a, b = torch.nn.Parameter(r(3)), torch.nn.Parameter(r(2, 2))
a.grad, b.grad = r(3), r(2, 2)
entries["clip/a"], entries["clip/b"] = a.grad.clone(), b.grad.clone()
entries["clip/norm"] = torch.nn.utils.clip_grad_norm_([a, b], 0.7)
entries["clip/clipped_a"], entries["clip/clipped_b"] = a.grad, b.grad

# Schedules: the rate at each of 20 steps, from 0.3.
S = torch.optim.lr_scheduler
for name, make in {
    "step": lambda o: S.StepLR(o, 6, 0.5),
    "exponential": lambda o: S.ExponentialLR(o, 0.9),
    "cosine": lambda o: S.CosineAnnealingLR(o, 19, 0.01),
    "one_cycle": lambda o: S.OneCycleLR(o, 0.7, total_steps=20, cycle_momentum=False),
}.items():
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], 0.3)
    scheduler, rates = make(optimizer), []
    for _ in range(20):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if len(rates) < 20:
            scheduler.step()
    entries[f"schedule/{name}"] = torch.tensor(rates, dtype=torch.float64)

# First values of layers, from a seed; then a whole training.
torch.manual_seed(7)
network = torch.nn.Sequential(torch.nn.Conv2d(1, 4, 3, 2, 1, bias=False), torch.nn.BatchNorm2d(4), torch.nn.ReLU(),
                              torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten(), torch.nn.Linear(4, 2))
entries.update({f"init/{key}": value.clone() for key, value in network.state_dict().items()})
torch.manual_seed(8)
entries["init/trunc_normal"] = torch.nn.init.trunc_normal_(torch.empty(6, 5), std=0.5, a=-0.6, b=1)
entries["init/kaiming_normal"] = torch.nn.init.kaiming_normal_(torch.empty(6, 5, 3, 3), mode="fan_out", nonlinearity="relu")
entries["init/xavier_uniform"] = torch.nn.init.xavier_uniform_(torch.empty(6, 5))
images, labels = r(8, 1, 12, 12), torch.tensor([0, 1, 1, 0, 1, 0, 0, 1])
entries["training/images"], entries["training/labels"] = images, labels
optimizer = torch.optim.AdamW(network.parameters(), 0.01)
losses = []
for _ in range(5):
    optimizer.zero_grad()
    loss = F.cross_entropy(network(images), labels, label_smoothing=0.1)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 0.5)
    optimizer.step()
    losses.append(loss.item())
entries["training/losses"] = torch.tensor(losses)
entries.update({f"training/{key}": value for key, value in network.state_dict().items()})

# The format is an eight-byte length, a JSON header, and the bytes.
types = {torch.float32: "F32", torch.float64: "F64", torch.int64: "I64"}
header, blob = {}, b""
for key, value in entries.items():
    data = value.detach().contiguous().numpy().tobytes()
    header[key] = {"dtype": types[value.dtype], "shape": list(value.shape), "data_offsets": [len(blob), len(blob) + len(data)]}
    blob += data
head = json.dumps(header).encode()
pathlib.Path(__file__).with_name("golden.safetensors").write_bytes(struct.pack("<Q", len(head)) + head + blob)
print(len(entries), "entries,", len(blob), "bytes")

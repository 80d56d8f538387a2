"""The networks as plain torch.nn modules, with the names that checkpoints use."""

import torch
from torch import nn
from torch.nn import functional as F


class LeNet(nn.Module):
    """LeNet-300-100: two hidden layers of 300 and 100 units."""

    def __init__(self, inputs=784, classes=10):
        super().__init__()
        self.fc_layers = nn.ModuleList([nn.Linear(inputs, 300), nn.Linear(300, 100)])
        self.fc = nn.Linear(100, classes)

    def forward(self, x):
        x = x.flatten(1)
        for layer in self.fc_layers:
            x = F.relu(layer(x))
        return self.fc(x)


class Block(nn.Module):
    """Two 3x3 convolutions beside a shortcut."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.shortcut = nn.Sequential()
        if stride != 1 or inputs != outputs:
            self.shortcut = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs)
            )

    def forward(self, x):
        out = F.relu(self.bn1(self.conv1(x)))
        return F.relu(self.bn2(self.conv2(out)) + self.shortcut(x))


class ResNet20(nn.Module):
    """The residual network of 20 layers for small images."""

    def __init__(self, channels=3, classes=10):
        super().__init__()
        self.conv = nn.Conv2d(channels, 16, 3, 1, 1, bias=False)
        self.bn = nn.BatchNorm2d(16)
        blocks, width = [], 16
        for stage, outputs in enumerate((16, 32, 64)):
            for number in range(3):
                stride = 2 if stage > 0 and number == 0 else 1
                blocks.append(Block(width, outputs, stride))
                width = outputs
        self.blocks = nn.Sequential(*blocks)
        self.fc = nn.Linear(64, classes)

    def forward(self, x):
        x = F.relu(self.bn(self.conv(x)))
        x = self.blocks(x)
        return self.fc(x.mean(dim=(2, 3)))


def build(name, channels, side):
    """A network by the name that trials use."""
    if name == "lenet-300-100":
        return LeNet(channels * side * side)
    if name == "resnet-20":
        return ResNet20(channels)
    raise SystemExit(f"no torch module for {name}: lenet-300-100 and resnet-20 are here")


@torch.no_grad()
def accuracy(network, images, labels, batch=500):
    """Share of images classified rightly, with running statistics."""
    network.eval()
    right = 0
    for at in range(0, len(images), batch):
        logits = network(images[at : at + batch])
        right += (logits.argmax(1) == labels[at : at + batch]).sum().item()
    return right / len(images)

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


class ConvNet(nn.Module):
    """Conv-2, Conv-4 and Conv-6: a max pool after every second convolution, two hidden layers of 256 units."""

    def __init__(self, convolutions, channels=3, side=32, classes=10):
        super().__init__()
        widths = [channels] + [(64, 128, 256)[i // 2] for i in range(convolutions)]
        for _ in range(convolutions // 2):
            side //= 2
        self.layers = nn.ModuleList(nn.Conv2d(i, o, 3, 1, 1) for i, o in zip(widths, widths[1:]))
        self.fc_layers = nn.ModuleList([nn.Linear(widths[-1] * side * side, 256), nn.Linear(256, 256)])
        self.fc = nn.Linear(256, classes)

    def forward(self, x):
        for number, layer in enumerate(self.layers):
            x = F.relu(layer(x))
            if number % 2 == 1:
                x = F.max_pool2d(x, 2)
        x = x.flatten(1)
        for layer in self.fc_layers:
            x = F.relu(layer(x))
        return self.fc(x)


class Block(nn.Module):
    """Two 3x3 convolutions beside a shortcut, whose tensors are called as `shortcut` says."""

    def __init__(self, inputs, outputs, stride, shortcut):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.side = shortcut
        side = nn.Sequential()
        if stride != 1 or inputs != outputs:
            side = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))
        self.add_module(shortcut, side)

    def forward(self, x):
        out = F.relu(self.bn1(self.conv1(x)))
        return F.relu(self.bn2(self.conv2(out)) + getattr(self, self.side)(x))


class ResNet(nn.Module):
    """The residual networks for small images: ResNet-20 has three blocks a stage, ResNet-56 nine."""

    def __init__(self, blocks_per_stage, channels=3, classes=10):
        super().__init__()
        self.conv = nn.Conv2d(channels, 16, 3, 1, 1, bias=False)
        self.bn = nn.BatchNorm2d(16)
        blocks, width = [], 16
        for stage, outputs in enumerate((16, 32, 64)):
            for number in range(blocks_per_stage):
                stride = 2 if stage > 0 and number == 0 else 1
                blocks.append(Block(width, outputs, stride, "shortcut"))
                width = outputs
        self.blocks = nn.Sequential(*blocks)
        self.fc = nn.Linear(64, classes)

    def forward(self, x):
        x = F.relu(self.bn(self.conv(x)))
        x = self.blocks(x)
        return self.fc(x.mean(dim=(2, 3)))


class ResNet18(nn.Module):
    """The residual network of 18 layers, behind the stem for ImageNet or a 3x3 convolution."""

    def __init__(self, imagenet_stem, channels=3, classes=10):
        super().__init__()
        kernel, stride, padding = (7, 2, 3) if imagenet_stem else (3, 1, 1)
        self.conv1 = nn.Conv2d(channels, 64, kernel, stride, padding, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.maxpool = nn.MaxPool2d(3, 2, 1) if imagenet_stem else nn.Identity()
        width = 64
        for stage, outputs in enumerate((64, 128, 256, 512)):
            first = Block(width, outputs, 1 if stage == 0 else 2, "downsample")
            self.add_module(f"layer{stage + 1}", nn.Sequential(first, Block(outputs, outputs, 1, "downsample")))
            width = outputs
        self.fc = nn.Linear(512, classes)

    def forward(self, x):
        x = self.maxpool(F.relu(self.bn1(self.conv1(x))))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(x.mean(dim=(2, 3)))


class ConvolutionWithNorm(nn.Module):
    """A 3x3 convolution with bias, then batch norm."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, 1, 1)
        self.bn = nn.BatchNorm2d(outputs)

    def forward(self, x):
        return F.relu(self.bn(self.conv(x)))


class Vgg13(nn.Module):
    """Five groups of two convolutions, a max pool between the groups, the last 2x2 pixels averaged."""

    def __init__(self, channels=3, classes=10):
        super().__init__()
        layers, width = [], channels
        for outputs in (64, 128, 256, 512, 512):
            if layers:
                layers.append(nn.MaxPool2d(2))
            layers += [ConvolutionWithNorm(width, outputs), ConvolutionWithNorm(outputs, outputs)]
            width = outputs
        self.layers = nn.Sequential(*layers)
        self.fc = nn.Linear(512, classes)

    def forward(self, x):
        return self.fc(F.avg_pool2d(self.layers(x), 2).flatten(1))


class WideBlock(nn.Module):
    """Batch norm and ReLU before each convolution; where the width changes they come before the shortcut too."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(inputs)
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.convShortcut = nn.Conv2d(inputs, outputs, 1, stride, bias=False) if inputs != outputs else None

    def forward(self, x):
        normed = F.relu(self.bn1(x))
        out = self.conv2(F.relu(self.bn2(self.conv1(normed))))
        return out + (self.convShortcut(normed) if self.convShortcut else x)


class WideStage(nn.Module):
    """Some blocks, under the name that the usual PyTorch version gives them."""

    def __init__(self, blocks, inputs, outputs, stride):
        super().__init__()
        first = WideBlock(inputs, outputs, stride)
        self.layer = nn.Sequential(first, *(WideBlock(outputs, outputs, 1) for _ in range(blocks - 1)))

    def forward(self, x):
        return self.layer(x)


class WideResNet(nn.Module):
    """The pre-activation residual network WRN-depth-width."""

    def __init__(self, depth, width, channels=3, classes=10):
        super().__init__()
        blocks = (depth - 4) // 6
        self.conv1 = nn.Conv2d(channels, 16, 3, 1, 1, bias=False)
        self.block1 = WideStage(blocks, 16, 16 * width, 1)
        self.block2 = WideStage(blocks, 16 * width, 32 * width, 2)
        self.block3 = WideStage(blocks, 32 * width, 64 * width, 2)
        self.bn1 = nn.BatchNorm2d(64 * width)
        self.fc = nn.Linear(64 * width, classes)

    def forward(self, x):
        x = self.block3(self.block2(self.block1(self.conv1(x))))
        return self.fc(F.relu(self.bn1(x)).mean(dim=(2, 3)))


NETWORKS = {
    "lenet-300-100": lambda channels, side: LeNet(channels * side * side),
    "conv-2": lambda channels, side: ConvNet(2, channels, side),
    "conv-4": lambda channels, side: ConvNet(4, channels, side),
    "conv-6": lambda channels, side: ConvNet(6, channels, side),
    "resnet-20": lambda channels, side: ResNet(3, channels),
    "resnet-56": lambda channels, side: ResNet(9, channels),
    "resnet-18": lambda channels, side: ResNet18(False, channels),
    "resnet-18-imagenet-stem": lambda channels, side: ResNet18(True, channels),
    "vgg-13": lambda channels, side: Vgg13(channels),
    "wrn-16-8": lambda channels, side: WideResNet(16, 8, channels),
}


def build(name, channels, side):
    """A network by the name that trials use."""
    if name not in NETWORKS:
        raise SystemExit(f"no torch module for {name}: here are {', '.join(NETWORKS)}")
    return NETWORKS[name](channels, side)


@torch.no_grad()
def accuracy(network, images, labels, batch=500):
    """Share of images classified rightly, with running statistics."""
    network.eval()
    right = 0
    for at in range(0, len(images), batch):
        logits = network(images[at : at + batch])
        right += (logits.argmax(1) == labels[at : at + batch]).sum().item()
    return right / len(images)

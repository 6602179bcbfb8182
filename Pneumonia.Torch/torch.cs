namespace Pneumonia.Torch;

/// <summary>The entry point to libtorch, with TorchSharp's names.</summary>
public static partial class torch
{
}

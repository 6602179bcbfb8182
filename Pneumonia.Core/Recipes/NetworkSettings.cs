using System.Text.Json.Serialization;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Recipes;

/// <summary>What the network is and begins with.</summary>
public sealed record NetworkSettings
{
    /// <summary>What <see cref="Weights"/> calls the weights in ML.NET's package for <see cref="Architectures.ResNet18Dnn"/>.</summary>
    public const string DnnResNet18Weights = "dnn-resnet18";

    /// <summary>How much of the network is trained.</summary>
    public BackboneMode Backbone { get; init; } = BackboneMode.RandomWeights;

    /// <summary>Weights to begin with: a safetensors file, a model zip, for Inception v3 a TensorFlow.js model's
    /// <c>model.json</c>, or <c>dnn-resnet18</c>, those in ML.NET's package for <c>resnet18_dnn</c>; needed unless <see cref="Backbone"/> is <see cref="BackboneMode.RandomWeights"/>.</summary>
    public string? Weights { get; init; }

    /// <summary>Where <see cref="Weights"/> came from and under which licence, for the model card.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WeightsNote { get; init; }

    /// <summary>Probability by which a pooled feature is dropped; 0 to 1.</summary>
    public double Dropout { get; init; } = 0.2;

    /// <summary>ONNX file that finds the lungs, as <c>lungs train</c> writes it; needed where <see cref="Preprocessing"/> cuts them out. The
    /// model zip holds a copy.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LungFinder { get; init; }

    /// <summary>How an image becomes the network's input.</summary>
    public Preprocessing Preprocessing { get; init; } = new();
}

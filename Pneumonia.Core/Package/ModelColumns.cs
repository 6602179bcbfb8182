namespace Pneumonia.Core.Package;

/// <summary>Columns of a model's chain. Those between input and answer are dropped at its end.</summary>
public static class ModelColumns
{
    /// <summary>Text, input: the image's path.</summary>
    public const string ImagePath = "ImagePath";

    /// <summary>Text, output: name of the class that the model decided on at its operating point.</summary>
    public const string PredictedLabel = "PredictedLabel";

    /// <summary>Vector, output: calibrated probability of every class. Its slot names are the class names.</summary>
    public const string Score = "Score";

    /// <summary>Text, inside: how an image becomes the network's input, as the model saved it.</summary>
    internal const string Preprocessing = "Preprocessing";

    /// <summary>Vector, inside: the network's input.</summary>
    internal const string Pixels = "Pixels";

    /// <summary>Vector of one text, inside: the verdict, as ONNX gives it.</summary>
    internal const string Verdict = "Verdict";
}

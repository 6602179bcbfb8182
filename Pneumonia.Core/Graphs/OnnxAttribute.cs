using Google.Protobuf;
using Onnx;

namespace Pneumonia.Core.Graphs;

/// <summary>A constant that tells an operator how to work, e.g. its strides.</summary>
public sealed class OnnxAttribute
{
    private OnnxAttribute(AttributeProto message) => Message = message;

    internal AttributeProto Message { get; }

    /// <summary>An attribute that is one whole number.</summary>
    public static OnnxAttribute Int(string name, long value) =>
        new(new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value });

    /// <summary>An attribute that is one number.</summary>
    public static OnnxAttribute Float(string name, float value) =>
        new(new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Float, F = value });

    /// <summary>An attribute that is a text.</summary>
    public static OnnxAttribute Text(string name, string value) =>
        new(new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.String, S = ByteString.CopyFromUtf8(value) });

    /// <summary>An attribute that is a tensor.</summary>
    internal static OnnxAttribute Tensor(string name, TensorProto value) =>
        new(new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Tensor, T = value });

    /// <summary>An attribute that is a list of whole numbers.</summary>
    public static OnnxAttribute Ints(string name, params IEnumerable<long> values)
    {
        var message = new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        message.Ints.AddRange(values);
        return new(message);
    }

    /// <summary>An attribute that is a list of texts.</summary>
    public static OnnxAttribute Texts(string name, params IEnumerable<string> values)
    {
        var message = new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Strings };
        message.Strings.AddRange(values.Select(ByteString.CopyFromUtf8));
        return new(message);
    }
}

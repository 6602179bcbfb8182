using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace Pneumonia.Core.Graphs;

/// <summary>
/// Builds an ONNX file node by node. Every input and output has a symbolic leading dimension, the batch; the builder knows the
/// remaining shape of every value, so that layers that ONNX lacks can be made of those it has. The same calls give the same bytes.
/// </summary>
public sealed class OnnxGraph
{
    /// <summary>Name of the leading dimension of every input and output.</summary>
    public const string Batch = "batch";

    /// <summary>Version of ONNX's operators.</summary>
    public const int Opset = 17;

    /// <summary>Version of the operators for classic machine learning, of which the label encoder is one.</summary>
    public const int MachineLearningOpset = 3;

    /// <summary>The domain of the operators for classic machine learning.</summary>
    public const string MachineLearning = "ai.onnx.ml";

    private const int IrVersion = 8;
    private readonly ModelProto _model;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _unnamed;

    /// <summary>Begins a graph.</summary>
    /// <param name="name">The graph's name.</param>
    /// <param name="producer">The program that writes it.</param>
    /// <param name="producerVersion">That program's version.</param>
    /// <param name="description">What the graph computes, for people.</param>
    public OnnxGraph(string name, string producer = "PneumoniaML", string producerVersion = "", string description = "")
    {
        _model = new ModelProto
        {
            IrVersion = IrVersion,
            ProducerName = producer,
            ProducerVersion = producerVersion,
            DocString = description,
            Graph = new GraphProto { Name = name },
        };
        _model.OpsetImport.Add(new OperatorSetIdProto { Version = Opset });
        _model.OpsetImport.Add(new OperatorSetIdProto { Domain = MachineLearning, Version = MachineLearningOpset });
    }

    /// <summary>Declares an input.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Its shape without the batch dimension.</param>
    /// <param name="description">What it is, for people.</param>
    public OnnxValue Input(string name, IReadOnlyList<int> shape, string description = "")
    {
        var value = new OnnxValue(Claim(name), shape);
        _model.Graph.Input.Add(Declaration(value, description));
        return value;
    }

    /// <summary>Declares a value to be an output, under a name of its own.</summary>
    /// <param name="name">The output's name.</param>
    /// <param name="value">A value of this graph.</param>
    /// <param name="description">What it is, for people.</param>
    public OnnxValue Output(string name, OnnxValue value, string description = "")
    {
        var output = value.Name == name ? value : Node("Identity", [value.Name], value.Shape, value.Element, name: name);
        _model.Graph.Output.Add(Declaration(output, description));
        return output;
    }

    /// <summary>Adds a constant that whoever runs the graph may replace.</summary>
    /// <param name="name">Its name, under which it is an input, too.</param>
    /// <param name="value">What it is where nobody gives another.</param>
    /// <param name="description">What it is, for people.</param>
    public string Option(string name, long value, string description = "")
    {
        Initializer(name, [value], 1);
        var declaration = Declaration(new OnnxValue(name, [1], OnnxElement.Int64), description);
        declaration.Type.TensorType.Shape.Dim.RemoveAt(0);
        _model.Graph.Input.Add(declaration);
        return name;
    }

    /// <summary>Declares a constant to be an output, the same for every batch.</summary>
    /// <param name="name">The output's name.</param>
    /// <param name="constant">Name of an initializer of floats, or of what is computed from such.</param>
    /// <param name="shape">Its whole shape.</param>
    /// <param name="description">What it is, for people.</param>
    public void ConstantOutput(string name, string constant, IReadOnlyList<int> shape, string description = "")
    {
        var declaration = Declaration(Node("Identity", [constant], shape, name: name), description);
        declaration.Type.TensorType.Shape.Dim.RemoveAt(0);
        _model.Graph.Output.Add(declaration);
    }

    /// <summary>Adds a constant tensor of the graph, e.g. weights.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its numbers, row-major.</param>
    /// <param name="shape">Its whole shape; none for a scalar.</param>
    /// <returns>The name, to be an input of nodes.</returns>
    public string Initializer(string name, ReadOnlySpan<float> values, params ReadOnlySpan<int> shape) =>
        Initializer(name, OnnxElement.Single, MemoryMarshal.AsBytes(values), values.Length, shape);

    /// <inheritdoc cref="Initializer(string, ReadOnlySpan{float}, ReadOnlySpan{int})"/>
    public string Initializer(string name, ReadOnlySpan<double> values, params ReadOnlySpan<int> shape) =>
        Initializer(name, OnnxElement.Double, MemoryMarshal.AsBytes(values), values.Length, shape);

    /// <inheritdoc cref="Initializer(string, ReadOnlySpan{float}, ReadOnlySpan{int})"/>
    public string Initializer(string name, ReadOnlySpan<long> values, params ReadOnlySpan<int> shape) =>
        Initializer(name, OnnxElement.Int64, MemoryMarshal.AsBytes(values), values.Length, shape);

    /// <summary>Adds a constant tensor of 16-bit numbers. It is a node, for ML.NET refuses initializers of such.</summary>
    /// <inheritdoc cref="Initializer(string, ReadOnlySpan{float}, ReadOnlySpan{int})"/>
    public string Constant(string name, ReadOnlySpan<Half> values, params ReadOnlySpan<int> shape)
    {
        var tensor = Tensor(name, OnnxElement.Half, MemoryMarshal.AsBytes(values), values.Length, shape);
        return Node("Constant", [], shape.ToArray(), OnnxElement.Half, [OnnxAttribute.Tensor("value", tensor)], name).Name;
    }

    /// <summary>Adds an operator with one output.</summary>
    /// <param name="op">ONNX's name of the operator.</param>
    /// <param name="inputs">Names of values and initializers.</param>
    /// <param name="shape">Shape of the output without the batch dimension.</param>
    /// <param name="element">What the output is made of.</param>
    /// <param name="attributes">How the operator works.</param>
    /// <param name="name">Name of the output; null: one is made up.</param>
    /// <param name="domain">Domain of the operator; empty: ONNX's own.</param>
    /// <param name="nodeName">Name of the node itself; null: that of its output.</param>
    public OnnxValue Node(
        string op, IEnumerable<string> inputs, IReadOnlyList<int> shape, OnnxElement element = OnnxElement.Single,
        IEnumerable<OnnxAttribute>? attributes = null, string? name = null, string domain = "", string? nodeName = null)
    {
        var output = Claim(name ?? Unused(op));
        var node = new NodeProto { Name = nodeName ?? output, OpType = op, Domain = domain };
        node.Input.AddRange(inputs);
        node.Output.Add(output);
        node.Attribute.AddRange((attributes ?? []).Select(attribute => attribute.Message));
        foreach (var missing in node.Input.Where(input => input.Length > 0 && !_names.Contains(input)))
        {
            throw new ArgumentException($"{op} reads {missing}, which the graph does not have.", nameof(inputs));
        }

        _model.Graph.Node.Add(node);
        return new OnnxValue(output, shape, element);
    }

    /// <summary>A name that nothing has yet, for an initializer or a value.</summary>
    /// <param name="stem">What it begins with.</param>
    public string Unused(string stem)
    {
        string name;
        do
        {
            name = $"{stem}_{_unnamed++}";
        }
        while (_names.Contains(name));
        return name;
    }

    /// <summary>Adds a text about the model, which any reader of ONNX files can show.</summary>
    public void Metadata(string key, string value) =>
        _model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });

    /// <summary>Writes the file.</summary>
    public void Write(Stream stream)
    {
        using var output = new CodedOutputStream(stream, leaveOpen: true) { Deterministic = true };
        _model.WriteTo(output);
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes() => _model.ToByteArray();

    private string Initializer(
        string name, OnnxElement element, ReadOnlySpan<byte> bytes, int count, ReadOnlySpan<int> shape)
    {
        _model.Graph.Initializer.Add(Tensor(Claim(name), element, bytes, count, shape));
        return name;
    }

    private static TensorProto Tensor(string name, OnnxElement element, ReadOnlySpan<byte> bytes, int count, ReadOnlySpan<int> shape)
    {
        // Raw data is little-endian in the file; so is every platform that .NET and ONNX Runtime share.
        var tensor = new TensorProto { Name = name, DataType = (int)element, RawData = ByteString.CopyFrom(bytes) };
        var expected = 1;
        foreach (var size in shape)
        {
            tensor.Dims.Add(size);
            expected *= size;
        }

        return expected == count
            ? tensor
            : throw new ArgumentException($"{name} has {count} numbers and a shape of {expected}.", nameof(shape));
    }

    private string Claim(string name) => name.Length > 0 && _names.Add(name)
        ? name
        : throw new ArgumentException($"The graph has a value named '{name}' already.", nameof(name));

    private static ValueInfoProto Declaration(OnnxValue value, string description)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = Batch });
        shape.Dim.AddRange(value.Shape.Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        return new ValueInfoProto
        {
            Name = value.Name,
            DocString = description,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)value.Element, Shape = shape } },
        };
    }
}

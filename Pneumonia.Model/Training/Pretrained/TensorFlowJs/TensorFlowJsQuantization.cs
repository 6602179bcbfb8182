namespace Pneumonia.Model.Training.Pretrained.TensorFlowJs;

/// <summary>How the numbers of a weight were made smaller: value = stored number * scale + min.</summary>
/// <param name="Dtype">What is stored: <c>uint8</c>, <c>uint16</c>, or <c>float16</c>, which has neither scale nor
/// minimum.</param>
/// <param name="Scale">Distance between two neighbouring values.</param>
/// <param name="Min">The value stored as 0.</param>
internal sealed record TensorFlowJsQuantization(string Dtype, double Scale = 1, double Min = 0);

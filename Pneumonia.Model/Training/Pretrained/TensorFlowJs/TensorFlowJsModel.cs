namespace Pneumonia.Model.Training.Pretrained.TensorFlowJs;

/// <summary>The part of a TensorFlow.js <c>model.json</c> that says where the weights lie.</summary>
/// <param name="WeightsManifest">Groups of weights.</param>
internal sealed record TensorFlowJsModel(IReadOnlyList<TensorFlowJsGroup> WeightsManifest);

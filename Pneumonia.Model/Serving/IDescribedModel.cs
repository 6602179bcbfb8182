namespace Pneumonia.Model.Serving;

/// <summary>A model that can say what it is.</summary>
public interface IDescribedModel
{
    /// <summary>What its zip says of itself.</summary>
    ModelInformation Information { get; }
}

using System.ComponentModel;

namespace Pneumonia.Blazor.Api.Predictions;

/// <summary>What may be asked beside the image. Text, so that whatever is wrong with it is told in a sentence.</summary>
internal sealed record PredictionRequest(
    [property: Description("true adds a saliency overlay to the answer, as a method does by itself.")] string? Saliency,
    [property: Description("Explanation method of the overlay, which is then measured, too (takes seconds); without it, the model's default.")]
    string? Method)
{
    /// <exception cref="RequestRefusedException">It is neither yes nor no.</exception>
    public bool WantsSaliency() => Saliency switch
    {
        null => Method is not null,
        "true" => true,
        "false" => Method is null ? false : throw new RequestRefusedException(
            StatusCodes.Status400BadRequest, "With saliency=false there is nothing for a method to explain."),
        _ => throw new RequestRefusedException(StatusCodes.Status400BadRequest, "saliency is true or false."),
    };
}

using System.Text.Json;

namespace Pneumonia.Core.Recipes.Json;

/// <summary>A recipe that is JSON, but none of ours. The message is the reason.</summary>
/// <param name="reason">The reason, with its full stop.</param>
public sealed class InvalidRecipeException(UserText reason) : JsonException(reason.ToString()), ITranslatable
{
    /// <inheritdoc/>
    public UserText Text { get; } = reason;
}

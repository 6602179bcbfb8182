using System.ComponentModel;
using Pneumonia.Blazor.Storage.Registry;

namespace Pneumonia.Blazor.Api.Models;

/// <summary>A registered model, as the API tells it.</summary>
internal sealed record ModelAnswer(
    [property: Description("SHA-256 of its weights.")] string Version,
    string Name,
    bool Live,
    DateTimeOffset Registered,
    [property: Description("Since when it is in service; null where it is not.")] DateTimeOffset? LiveSince)
{
    public static ModelAnswer Of(RegisteredModel model) =>
        new(model.Version, model.Name, model.IsLive, model.RegisteredAt, model.LiveSince);
}

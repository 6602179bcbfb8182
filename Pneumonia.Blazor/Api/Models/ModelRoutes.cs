using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Blazor.Texts;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Blazor.Api.Models;

/// <summary><c>/models</c>: which there are, which is in service, and another in its place.</summary>
internal static class ModelRoutes
{
    public static void MapModels(this IEndpointRouteBuilder api)
    {
        var models = api.MapGroup("/models").WithTags("Models");
        models.MapGet(string.Empty, ListAsync)
            .WithName("listModels").WithSummary("Every model that is or was in service, the one in service first.").ProducesProblems(400);
        models.MapGet("/live", Live)
            .WithName("getLiveModel").WithSummary("The model in service.");
        models.MapPost("/{version}/promote", PromoteAsync)
            .AddEndpointFilter<IdempotencyFilter>()
            .WithName("promoteModel").WithSummary("Takes a model into service; the one before it answers until it is loaded.")
            .Produces<ModelAnswer>().ProducesProblems(400, 404, 409, 422, 507);
        models.MapPost("/rollback", RollBackAsync)
            .AddEndpointFilter<IdempotencyFilter>()
            .WithName("rollBackModel").WithSummary("Takes the model back into service that was there before.")
            .Produces<ModelAnswer>().ProducesProblems(400, 409, 422, 507);
    }

    private static async Task<Ok<ModelListAnswer>> ListAsync(IModelRegistry registry, [AsParameters] PageRequest request)
    {
        var (page, next) = request.Of(await registry.ListAsync(), (model, _) => model.Version);
        return TypedResults.Ok(new ModelListAnswer([.. page.Select(ModelAnswer.Of)], next));
    }

    private static Task<Outcome> PromoteAsync(
        [Description("SHA-256 of its weights, or the first 8 digits or more.")] string version,
        [Description("Why; kept with the change.")] string? note,
        ModelHandler handler,
        StorageTransaction within) => handler.PromoteAsync(version, note, within);

    private static Task<Outcome> RollBackAsync(
        [Description("The model in service that is to be left; sent again after it was, the request changes nothing (409).")] string? from,
        [Description("Why; kept with the change.")] string? note,
        ModelHandler handler,
        StorageTransaction within) => handler.RollBackAsync(from, note, within);

    private static Ok<LiveModelAnswer> Live(LiveModel model)
    {
        using var lease = model.TryLease();
        return TypedResults.Ok(lease is null
            ? throw new RequestRefusedException(StatusCodes.Status503ServiceUnavailable, "No model is in service.")
            : LiveModelAnswer.Of(lease, model.Warning is { } warning ? Refusals.Tell(warning) : null));
    }
}

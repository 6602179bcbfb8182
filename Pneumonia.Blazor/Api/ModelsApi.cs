using Microsoft.AspNetCore.Http.HttpResults;
using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage.Registry;

namespace Pneumonia.Blazor.Api;

/// <summary><c>GET /models</c>, <c>/models/live</c>.</summary>
internal static class ModelsApi
{
    public static void MapModels(this IEndpointRouteBuilder api)
    {
        var models = api.MapGroup("/models").WithTags("Models");
        models.MapGet(string.Empty, ListAsync)
            .WithName("listModels").WithSummary("Every model that is or was in service, the one in service first.").ProducesProblems(400);
        models.MapGet("/live", Live)
            .WithName("getLiveModel").WithSummary("The model in service.");
    }

    private static async Task<Ok<ModelListAnswer>> ListAsync(IModelRegistry registry, [AsParameters] PageRequest request)
    {
        var (page, next) = request.Of(await registry.ListAsync(), (model, _) => model.Version);
        return TypedResults.Ok(new ModelListAnswer([.. page.Select(ModelAnswer.Of)], next));
    }

    private static Ok<LiveModelAnswer> Live(LiveModel model) => TypedResults.Ok(model.Information is { } information
        ? LiveModelAnswer.Of(information, model)
        : throw new RequestRefusedException(StatusCodes.Status503ServiceUnavailable, "No model is in service."));
}

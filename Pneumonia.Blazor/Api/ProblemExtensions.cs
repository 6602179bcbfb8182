namespace Pneumonia.Blazor.Api;

internal static class ProblemExtensions
{
    /// <summary>Says in the API's description that an operation may answer with problem details of these statuses.</summary>
    public static TBuilder ProducesProblems<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(
            [.. statuses.Select(status => new ProducesResponseTypeMetadata(
                status, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]))]);
}

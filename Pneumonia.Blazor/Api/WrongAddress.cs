using Microsoft.AspNetCore.Routing.Template;
using Pneumonia.Blazor.Texts;

namespace Pneumonia.Blazor.Api;

/// <summary>Answers GET and HEAD where no operation of the API does: 405 where there is one for another method, else 404. The framework
/// tells the two apart by itself, but not beside the fallback to static files, which takes every GET.</summary>
internal static class WrongAddress
{
    public static void MapWrongAddresses(this IEndpointRouteBuilder api) =>
        api.MapMethods("/{**rest}", [HttpMethods.Get, HttpMethods.Head], Answer).ExcludeFromDescription();

    private static IResult Answer(HttpContext context, EndpointDataSource endpoints)
    {
        var methods = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText != (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText
                && ApiRoutes.IsApi($"/{endpoint.RoutePattern.RawText?.TrimStart('/')}"))
            .Where(endpoint => new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText!), [])
                .TryMatch(context.Request.Path, []))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct().Order().ToList();
        if (methods.Count == 0)
        {
            throw new RequestRefusedException(StatusCodes.Status404NotFound, "There is nothing at this address.");
        }

        context.Response.Headers.Allow = string.Join(", ", methods);
        return TypedResults.Problem(
            Refusals.Tell($"This address takes {string.Join(", ", methods)} alone."), statusCode: StatusCodes.Status405MethodNotAllowed);
    }
}

using System.Text.Json;
using Microsoft.OpenApi;
using Pneumonia.Blazor.Api;
using Pneumonia.Blazor.Api.Idempotency;

namespace Pneumonia.Blazor.Hosting;

internal static class OpenApiExtensions
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => ApiRoutes.IsApi($"/{description.RelativePath}");
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "PneumoniaML",
                Version = "v1",
                Description = "Tells pneumonia from normal on frontal chest X-rays. Not a medical device. "
                    + "Every error is problem details (RFC 9457). Lists are paged: pass an answer's 'next' as 'cursor'.",
            };

            // Where it was asked for: the app does not know under which names it is reached.
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(each => each.In == ParameterLocation.Query))
            {
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            }

            // Only a key can be used for another request.
            if (operation.Responses?.ContainsKey("422") == true)
            {
                (operation.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = IdempotencyKey.Header,
                    In = ParameterLocation.Header,
                    Description = "A request that is sent again with the same key gets the first one's answer; nothing is stored twice.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 255 },
                });
            }

            return Task.CompletedTask;
        });
    });

    /// <summary>The description at <c>/openapi/v1.json</c>, and at <c>/api</c> a page to try it.</summary>
    public static void UseApiDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "api";
            options.DocumentTitle = "API · PneumoniaML";
            options.SwaggerEndpoint($"..{ApiRoutes.Description}", "v1");
        });
    }
}

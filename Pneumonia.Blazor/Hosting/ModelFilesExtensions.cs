using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Blazor.Texts;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Hosting;

internal static class ModelFilesExtensions
{
    /// <summary>Lets people take a registered model home.</summary>
    public static void MapModelFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/models/{version}/zip", async (string version, IModelLibrary library) =>
        {
            try
            {
                var path = await library.ZipOfAsync(version);
                return Results.File(path, "application/zip", FileNameOf((await library.FindAsync(version))!.Model));
            }
            catch (UserException fault)
            {
                return Results.Problem(Refusals.Tell(fault), statusCode: StatusCodes.Status404NotFound);
            }
        });

    /// <summary>The name a model's zip goes by outside.</summary>
    public static string FileNameOf(RegisteredModel model) =>
        $"{string.Concat(model.Name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))}-{model.ShortVersion}.zip";
}

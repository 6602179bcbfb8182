using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Explaining;
using Pneumonia.Model.Imaging;

namespace Pneumonia.Blazor.Hosting;

internal static class DiagnosisExtensions
{
    public static IServiceCollection AddDiagnosis(this IServiceCollection services) => services
        .AddSingleton(new RadiographDecoder(new DecoderLimits { MaxBytes = Limits.BytesPerFile }))
        .AddSingleton<ImageStore>()
        .AddSingleton<SampleLibrary>()
        .AddSingleton<DiagnosisService>()
        .AddSingleton<ExplanationService>()
        .AddScoped<ReadingSession>()
        .AddScoped<ExplanationDesk>();

    /// <summary>Serves the images of open sessions under ids that cannot be guessed and say nothing of a patient.</summary>
    public static void MapImages(this IEndpointRouteBuilder app) =>
        app.MapGet("/images/{id}", (string id, ImageStore images, HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-store";
            return images.Find(id) is { } image ? Results.Bytes(image.Bytes, image.ContentType) : Results.NotFound();
        });
}

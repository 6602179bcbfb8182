using Pneumonia.Blazor.Components.Reports;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Uploads;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Blazor.Hosting;

internal static class DiagnosisExtensions
{
    public static IServiceCollection AddDiagnosis(this IServiceCollection services, IConfiguration configuration)
    {
        // Refused now, where it is read only when somebody opens a study.
        configuration.Settings<DiagnosisOptions>(DiagnosisOptions.Section);
        return services.AddDiagnosis();
    }

    private static IServiceCollection AddDiagnosis(this IServiceCollection services) => services
        .AddOptions<DiagnosisOptions>().BindConfiguration(DiagnosisOptions.Section).Services
        .AddSingleton(new RadiographDecoder(new DecoderLimits { MaxBytes = Limits.BytesPerFile }))
        .AddSingleton<SessionImages>()
        .AddSingleton<SampleLibrary>()
        .AddSingleton<DiagnosisService>()
        .AddSingleton<ExplanationService>()
        .AddSingleton<StudyPipeline>()
        .AddSingleton<StudyRecords>()
        .AddSingleton<IReportWriter, ReportWriter>()
        .AddSingleton<OpenReports>()
        .AddSingleton<StudyReports>()
        .AddSingleton<StudyThumbnails>()
        .AddSingleton<UploadDesks>()
        .AddSingleton<FilesInParts>()
        .AddScoped<ReadingSession>()
        .AddScoped<UploadDesk>()
        .AddScoped<RecordDesk>()
        .AddScoped<StudyOpener>()
        .AddScoped<TabKeeper>()
        .AddScoped<PatientDesk>()
        .AddScoped<ExplanationDesk>();

    /// <summary>Serves the images of open sessions under ids that cannot be guessed and say nothing of a patient.</summary>
    public static void MapImages(this IEndpointRouteBuilder app) =>
        app.MapGet("/images/{id}", async (string id, SessionImages images, HttpResponse response, CancellationToken cancellation) =>
        {
            response.Headers.CacheControl = "no-store";
            if (images.Find(id) is not { } make)
            {
                return Results.NotFound();
            }

            var image = await make(cancellation);
            return Results.Bytes(image.Bytes, image.ContentType);
        });
}

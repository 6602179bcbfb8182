using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Jobs;
using Pneumonia.Blazor.Texts;
using Pneumonia.Core;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving.Queue;

namespace Pneumonia.Blazor.Api;

/// <summary>Every error of the API as problem details (RFC 9457). Pages have their own.</summary>
internal sealed partial class ApiExceptionHandler(IProblemDetailsService problems, ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is that of the error page by now.
        if (!ApiRoutes.IsApi(httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path))
        {
            return false;
        }

        var (status, detail) = Explain(exception);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            // Of other exceptions the type alone: their message may hold a file's name, and that a patient's.
            LogFault(logger, exception is StorageException ? exception.Message : exception.GetType().Name);
        }

        if (exception is QueueFullException or InferenceQueueFullException)
        {
            httpContext.Response.Headers.RetryAfter = exception is QueueFullException ? "30" : "5";
        }

        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails { Status = status, Detail = Refusals.Tell(detail) },
        });
    }

    private static (int Status, UserText Detail) Explain(Exception exception) => exception switch
    {
        RequestRefusedException refused => (refused.Status, refused.Text),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
            (StatusCodes.Status415UnsupportedMediaType, "Send JSON, with Content-Type: application/json."),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            (StatusCodes.Status413PayloadTooLarge, "The request is too large."),
        BadHttpRequestException bad => (bad.StatusCode, $"The request cannot be read; {ApiRoutes.Description} says what is expected."),
        InvalidRadiographException image => (StatusCodes.Status422UnprocessableEntity, $"The file cannot be taken as an X-ray: {image.Because}."),
        InvalidModelException => (StatusCodes.Status503ServiceUnavailable, "No model is in service."),
        QueueFullException full => (StatusCodes.Status503ServiceUnavailable, full.Text),
        InferenceQueueFullException full => (StatusCodes.Status503ServiceUnavailable, full.Text),
        StorageFullException => (StatusCodes.Status507InsufficientStorage, "Nothing is stored: the disk is full."),
        StorageUnavailableException => (StatusCodes.Status503ServiceUnavailable, "The store is not available."),
        StorageException storage => (StatusCodes.Status500InternalServerError, storage.Text),
        _ => (StatusCodes.Status500InternalServerError, "A fault in the program."),
    };

    [LoggerMessage(LogLevel.Error, "A request to the API failed: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}

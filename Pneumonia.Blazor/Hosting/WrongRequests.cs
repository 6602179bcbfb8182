using Microsoft.AspNetCore.Diagnostics;
using Pneumonia.Blazor.Texts;

namespace Pneumonia.Blazor.Hosting;

/// <summary>Requests that nothing can be made of are the client's fault, at whatever address: they answer 4xx, with a sentence, and no fault of
/// the program is told.</summary>
internal sealed class WrongRequests : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
        {
            return false;
        }

        httpContext.Response.StatusCode = bad.StatusCode;
        await httpContext.Response.WriteAsync(
            Refusals.Tell("The request cannot be read: a part of it is missing, or is none of what is expected there."), cancellationToken);
        return true;
    }
}

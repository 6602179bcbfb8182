using Pneumonia.Blazor.Api;

namespace Pneumonia.Blazor.Hosting;

internal static class StatusPagesExtensions
{
    /// <summary>An answer without a body gets one: a page for people, problem details (RFC 9457) for programs.</summary>
    public static void UseStatusPages(this IApplicationBuilder app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseWhen(context => ApiRoutes.IsApi(context.Request.Path), api => api.UseStatusCodePages());
    }
}

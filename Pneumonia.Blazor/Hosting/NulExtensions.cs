namespace Pneumonia.Blazor.Hosting;

internal static class NulExtensions
{
    /// <summary>Refuses the character NUL in an address: no database stores it, and nobody means it.</summary>
    public static void RefuseNul(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Request.Path.Value?.Contains('\0') == true || context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true
            ? throw new BadHttpRequestException("An address holds no character NUL.")
            : next(context));
}

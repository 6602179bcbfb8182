using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Pneumonia.Blazor.Api;
using Pneumonia.Blazor.Texts;

namespace Pneumonia.Blazor.Hosting;

internal static class RateLimitExtensions
{
    private static readonly TimeSpan s_period = TimeSpan.FromSeconds(1);

    /// <summary>Limits how often one address may call the API; pages and health checks are free.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.Settings<ApiOptions>(ApiOptions.Section);
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                options.RequestsPerMinute > 0 && ApiRoutes.IsApi(context.Request.Path)
                    ? RateLimitPartition.GetTokenBucketLimiter($"from {context.Connection.RemoteIpAddress}", _ => Bucket(options))
                    : RateLimitPartition.GetNoLimiter("free"));
            limiter.OnRejected = async (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : s_period;
                context.HttpContext.Response.Headers.RetryAfter =
                    Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                await context.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
                {
                    HttpContext = context.HttpContext,
                    ProblemDetails = new ProblemDetails
                    {
                        Status = StatusCodes.Status429TooManyRequests,
                        Detail = Refusals.Tell($"More than {options.RequestsPerMinute} requests in a minute came from this address."),
                    },
                });
            };
        });
    }

    private static TokenBucketRateLimiterOptions Bucket(ApiOptions options) => new()
    {
        TokenLimit = options.RequestsPerMinute,
        TokensPerPeriod = Math.Max(1, options.RequestsPerMinute / 60),
        ReplenishmentPeriod = options.RequestsPerMinute >= 60 ? s_period : TimeSpan.FromMinutes(1) / options.RequestsPerMinute,
        QueueLimit = 0,
    };
}

using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Images;

namespace Pneumonia.Blazor.Hosting;

/// <summary>Whether the largest upload could be stored now.</summary>
internal sealed class StorageHealthCheck(Database database, ImageFiles images) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT MAX(version) FROM schema_migrations"));
            images.CheckRoom(Limits.BytesPerFile);
            return HealthCheckResult.Healthy();
        }
        catch (StorageException fault)
        {
            return HealthCheckResult.Unhealthy(fault.Message);
        }
    }
}

using System.Reflection;
using Xunit.Sdk;

namespace Pneumonia.Tests.Storage;

/// <summary>Runs a theory on PostgreSQL; skipped where its server is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() =>
        Skip = PostgresServer.Binaries is null ? "The PostgreSQL server is not installed: ./setup.sh --tests installs it." : null;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseKind.Postgres]];
}

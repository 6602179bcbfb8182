using Pneumonia.Core;

namespace Pneumonia.Blazor.Hosting;

/// <summary>Where metrics and traces are sent, beside <c>/metrics</c>, which is always there.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Name of the section in the settings.</summary>
    public const string Section = "Telemetry";

    /// <summary>Address of an OpenTelemetry collector; empty where nothing is sent.</summary>
    public string? OtlpEndpoint { get; init; }

    /// <summary>What the collector speaks at that address: <c>grpc</c> or <c>http/protobuf</c>.</summary>
    public string OtlpProtocol { get; init; } = "grpc";

    /// <summary>Whether the collector speaks HTTP.</summary>
    public bool IsHttp => OtlpProtocol == "http/protobuf";

    /// <summary>Whether anything is sent.</summary>
    public bool Sends => Endpoint is not null;

    private Uri? Endpoint =>
        Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : null;

    /// <summary>Checks what the operator has set.</summary>
    /// <exception cref="UserException">It cannot be; the message is for the operator.</exception>
    public void Check()
    {
        if (!string.IsNullOrWhiteSpace(OtlpEndpoint) && Endpoint is null)
        {
            throw new UserException($"Telemetry:OtlpEndpoint: '{OtlpEndpoint}' is no address; it looks like http://localhost:4317.");
        }

        if (!IsHttp && OtlpProtocol != "grpc")
        {
            throw new UserException($"Telemetry:OtlpProtocol: '{OtlpProtocol}' is not known; choose grpc or http/protobuf.");
        }
    }

    /// <summary>Where one kind of data goes: over HTTP each has an address of its own.</summary>
    /// <param name="signal"><c>metrics</c> or <c>traces</c>.</param>
    public Uri AddressOf(string signal) => IsHttp ? new Uri($"{Endpoint!.AbsoluteUri.TrimEnd('/')}/v1/{signal}") : Endpoint!;
}

using Pneumonia.Blazor.Hosting;
using Pneumonia.Core;

namespace Pneumonia.Tests.Hosting;

public sealed class TelemetryOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Nothing_is_sent_where_no_address_is_set(string? address)
    {
        var options = new TelemetryOptions { OtlpEndpoint = address };

        options.Check();

        Assert.False(options.Sends);
    }

    [Theory]
    [InlineData("grpc", "http://localhost:4317", "http://localhost:4317/")]
    [InlineData("http/protobuf", "http://localhost:4318", "http://localhost:4318/v1/traces")]
    [InlineData("http/protobuf", "https://collector/otlp/", "https://collector/otlp/v1/traces")]
    public void Over_http_each_kind_of_data_has_an_address_of_its_own(string protocol, string address, string expected)
    {
        var options = new TelemetryOptions { OtlpEndpoint = address, OtlpProtocol = protocol };

        options.Check();

        Assert.True(options.Sends);
        Assert.Equal(expected, options.AddressOf("traces").AbsoluteUri);
    }

    [Theory]
    [InlineData("localhost:4317", "grpc", "Telemetry:OtlpEndpoint: 'localhost:4317' is no address; it looks like http://localhost:4317.")]
    [InlineData("/collector", "grpc", "Telemetry:OtlpEndpoint: '/collector' is no address; it looks like http://localhost:4317.")]
    [InlineData("http://localhost:4317", "smoke", "Telemetry:OtlpProtocol: 'smoke' is not known; choose grpc or http/protobuf.")]
    public void What_cannot_be_is_refused_by_name(string address, string protocol, string sentence)
    {
        var options = new TelemetryOptions { OtlpEndpoint = address, OtlpProtocol = protocol };

        Assert.Equal(sentence, Assert.Throws<UserException>(options.Check).Message);
    }
}

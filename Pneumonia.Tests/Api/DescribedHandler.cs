using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pneumonia.Tests.Api;

/// <summary>Holds every answer of the API against its description.</summary>
internal sealed class DescribedHandler(JsonObject description) : DelegatingHandler
{
    /// <summary>What was answered: method, path as in the description, status.</summary>
    public HashSet<string> Seen { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var (method, status) = (request.Method.Method.ToLowerInvariant(), $"{(int)response.StatusCode}");
        var path = PathOf(request.RequestUri!.AbsolutePath);
        Seen.Add($"{method} {path} {status}");

        var described = description["paths"]![path]![method]?["responses"]![status];
        Assert.True(described is not null, $"{method} {path}: the answer {status} is not described.");
        var type = response.Content.Headers.ContentType!.MediaType!;
        var content = described["content"]?[type];
        Assert.True(content is not null, $"{method} {path}: {status} as {type} is not described.");
        if (type == "application/json")
        {
            Check(content["schema"]!, JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken)), $"{method} {path}");
        }

        return response;
    }

    private string PathOf(string address) => description["paths"]!.AsObject().Select(path => path.Key)
        .Where(path => Regex.IsMatch(address, $"^{Regex.Replace(Regex.Escape(path), @"\\{\w+}", "[^/]+")}$"))
        .OrderBy(path => path.Contains('{', StringComparison.Ordinal))
        .FirstOrDefault() ?? throw new Xunit.Sdk.XunitException($"{address} is not described.");

    private void Check(JsonNode schema, JsonNode? value, string where)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            schema = description["components"]!["schemas"]![reference.Split('/')[^1]]!;
        }

        if (schema["oneOf"] is JsonArray choices)
        {
            if (value is not null)
            {
                Check(choices.Single(choice => choice!["$ref"] is not null)!, value, where);
            }

            return;
        }

        switch (value)
        {
            case JsonObject members:
                var known = schema["properties"]!.AsObject();
                Assert.All(members, member => Assert.True(known.ContainsKey(member.Key), $"{where}: {member.Key} is not described."));
                Assert.All(
                    schema["required"]?.AsArray() ?? [], name => Assert.True(members.ContainsKey((string)name!), $"{where}: {name} is missing."));
                foreach (var (name, member) in members)
                {
                    Check(known[name]!, member, $"{where} {name}");
                }

                break;
            case JsonArray items:
                Assert.All(items, item => Check(schema["items"]!, item, $"{where}[]"));
                break;
            case null:
                Assert.Contains("null", $"{schema["type"]}");
                break;
            default:
                Assert.True(
                    schema["enum"] is not JsonArray words || words.Any(word => JsonNode.DeepEquals(word, value)), $"{where}: {value} is not described.");
                break;
        }
    }
}

// Frames per second of the viewer, while an X-ray of 16 bits is moved, windowed and zoomed: drawn by WebGL 2, and without it.
//   dotnet run --project bench/Viewer -c Release -- [side 3000] [seconds 5] [path of Chromium]
using System.IO.Compression;
using System.Runtime.InteropServices;
using Microsoft.Playwright;
using Pneumonia.Core.Imaging.Formats;

// Browsers offer WebGL in software as well, which the viewer would not take.
const string WithWebGl = """
    const [context, extension] = [HTMLCanvasElement.prototype.getContext, WebGL2RenderingContext.prototype.getExtension];
    HTMLCanvasElement.prototype.getContext = function (kind, how) { return context.call(this, kind, { ...how, failIfMajorPerformanceCaveat: false }); };
    WebGL2RenderingContext.prototype.getExtension = function (name) { return name === "WEBGL_debug_renderer_info" ? null : extension.call(this, name); };
    """;
const string WithoutWebGl = """
    const before = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind === "webgl2" ? null : before.call(this, kind, ...rest); };
    """;
const string Renderer = """
    () => { const gl = document.createElement("canvas").getContext("webgl2");
      return gl?.getParameter(gl.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER) ?? "none"; }
    """;

var side = args.Length > 0 ? int.Parse(args[0]) : 3_000;
var seconds = args.Length > 1 ? double.Parse(args[1]) : 5;
var levels = Phantom(side);
var files = new Dictionary<string, (string Type, byte[] Bytes)>
{
    ["/"] = ("text/html", System.Text.Encoding.UTF8.GetBytes(File.ReadAllText(Here("page.html")).Replace("SIDE", $"{side}"))),
    ["/levels"] = ("application/octet-stream", Packed(levels, side)),
    ["/picture"] = ("image/png", ImageEncoder.GreyPng(64, 64, new byte[64 * 64])),
};
foreach (var script in Directory.GetFiles(Here("scripts"), "*.js"))
{
    files[$"/viewer/{Path.GetFileName(script)}"] = ("text/javascript", File.ReadAllBytes(script));
}

using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = args.Length > 2 ? args[2] : "/usr/bin/chromium", Args = ["--no-sandbox", "--enable-unsafe-swiftshader"],
});
var plain = await browser.NewPageAsync();
Console.WriteLine($"{side} x {side}, 16 bits, in 1000 x 800; {Environment.ProcessorCount} cores; WebGL 2: {await plain.EvaluateAsync<string>(Renderer)}");
foreach (var script in new[] { WithWebGl, WithoutWebGl })
{
    await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1_280, Height = 800 } });
    await context.AddInitScriptAsync(script);
    var page = await context.NewPageAsync();
    await page.RouteAsync("**/*", route => files.TryGetValue(new Uri(route.Request.Url).AbsolutePath, out var file)
        ? route.FulfillAsync(new() { BodyBytes = file.Bytes, ContentType = file.Type })
        : route.FulfillAsync(new() { Status = 404 }));
    await page.GotoAsync("http://localhost/");
    Console.WriteLine(script == WithWebGl ? "by WebGL 2" : "by canvas");
    foreach (var deed in new[] { "pan", "window", "zoom" })
    {
        var times = (await page.EvaluateAsync<double[]>("([deed, seconds]) => measure(deed, seconds)", new object[] { deed, seconds })).Order().ToArray();
        Console.WriteLine($"  {deed,-8} {1_000 * times.Length / times.Sum(),6:0.0} frames/s   median {times[times.Length / 2],5:0.0} ms, 95% within {times[(int)(0.95 * times.Length)],5:0.0} ms");
    }
}

static string Here(string name) => Path.Combine(AppContext.BaseDirectory, name);

static ushort[] Phantom(int side)
{
    var random = new Random(1);
    var pixels = new ushort[side * side];
    for (var i = 0; i < pixels.Length; i++)
    {
        var (x, y) = ((i % side / (double)side) - 0.5, (i / side / (double)side) - 0.5);
        var lung = Math.Exp(-Math.Pow((Math.Pow(Math.Abs(x) - 0.22, 2) / 0.0225) + (y * y / 0.1), 2));
        pixels[i] = (ushort)(48_000 - (36_000 * lung) + (3_000 * Math.Sin(60 * y)) + random.Next(800));
    }

    return pixels;
}

static byte[] Packed(ushort[] levels, int side)
{
    using var packed = new MemoryStream();
    using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
    {
        gzip.Write(BitConverter.GetBytes(side));
        gzip.Write(BitConverter.GetBytes(side));
        gzip.Write(MemoryMarshal.AsBytes<ushort>(levels));
    }

    return packed.ToArray();
}

using Microsoft.Playwright;

namespace Pneumonia.Tests.Browser;

/// <summary>Colours as they are seen on the screen.</summary>
internal static class Screen
{
    private const string Colours = """
        async ([encoded, places]) => {
          const bytes = Uint8Array.from(atob(encoded), character => character.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const pen = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
          pen.drawImage(image, 0, 0);
          return places.flatMap(([x, y]) => [...pen.getImageData(Math.floor(x * image.width), Math.floor(y * image.height), 1, 1).data].slice(0, 3));
        }
        """;

    /// <summary>Red, green and blue at some places of an element, given as shares of its width and height.</summary>
    public static async Task<(int Red, int Green, int Blue)[]> ColoursAsync(this ILocator element, params (double X, double Y)[] places)
    {
        var picture = Convert.ToBase64String(await element.ScreenshotAsync());
        var found = await element.Page.EvaluateAsync<int[]>(
            Colours, new object[] { picture, places.Select(place => new[] { place.X, place.Y }).ToArray() });
        return [.. found.Chunk(3).Select(colour => (colour[0], colour[1], colour[2]))];
    }

    /// <summary>Waits until the greys at some places of an element are these, give or take two.</summary>
    public static async Task ExpectGreysAsync(this ILocator element, (double X, double Y)[] places, params int[] greys)
    {
        int[] found = [];
        for (var tries = 0; tries < 50; tries++)
        {
            found = [.. (await element.ColoursAsync(places)).Select(colour => colour.Green)];
            if (found.Zip(greys).All(pair => Math.Abs(pair.First - pair.Second) <= 2))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Equal(greys, found);
    }
}

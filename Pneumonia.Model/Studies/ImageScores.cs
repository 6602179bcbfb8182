using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Data.Pictures;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Model.Studies.Shifts;

namespace Pneumonia.Model.Studies;

/// <summary>What a model says of labelled images.</summary>
internal static class ImageScores
{
    /// <summary>Scores every image under every shift. An image that cannot be read is named to <paramref name="watch"/> and left out.</summary>
    public static ImageAnswers Of(
        PneumoniaModel model, IReadOnlyList<XRay> images, IReadOnlyList<ImageShift> shifts, IStudyWatch watch, CancellationToken cancellation)
    {
        var (read, looks) = (new List<XRay>(images.Count), new List<ImageLook>(images.Count));
        var populations = new List<PopulationFinding?>(images.Count);
        var unmarked = 0;
        var pictures = new List<(SmallPicture, string)>(images.Count);
        var classes = model.Information.Manifest.Classes.ToList();
        var scores = shifts.Select(_ => new List<ClassifiedImage>(images.Count)).ToArray();
        var progress = watch.Begin(shifts.Count == 1 ? "Scoring images" : $"Scoring images in {shifts.Count} ways");
        var answers = FilePredictor.Predict(
            model, images.Select(image => image.Path), [.. shifts.Select(shift => shift.Apply)], cancellation: cancellation);
        foreach (var (index, files) in answers.Index())
        {
            if (files[0].Error is { } error)
            {
                watch.LeftOut(error);
            }
            else
            {
                read.Add(images[index]);
                unmarked += files[0].Radiograph!.IsEndMissing ? 1 : 0;
                looks.Add(ImageLook.Of(files[0].Radiograph!));
                pictures.Add(PictureOf(files[0].Radiograph!));
                for (var i = 0; i < scores.Length; i++)
                {
                    double[] probabilities = [.. files[i].Prediction!.Probabilities.Select(probability => probability.Probability)];
                    scores[i].Add(new ClassifiedImage(
                        images[index].Patient, classes.IndexOf(images[index].Class), probabilities,
                        model.Information.Adults is null ? null : files[i].Prediction!.Threshold));
                }

                populations.Add(files[0].Prediction!.Population);
            }

            progress.Report(new DataProgress(index + 1, images.Count));
        }

        if (unmarked > 0)
        {
            watch.Warn($"{unmarked} files lack the mark of their end, though all pixels are there; 'data inspect' names them.");
        }

        return new ImageAnswers(read, looks, pictures, scores) { Populations = populations };
    }

    private static (SmallPicture, string) PictureOf(Radiograph radiograph) => (
        SmallPicture.Of(radiograph.Pixels.Span, radiograph.Width, radiograph.Height, ushort.MaxValue),
        $"{radiograph.Width} {Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(radiograph.Pixels.Span)))}");
}

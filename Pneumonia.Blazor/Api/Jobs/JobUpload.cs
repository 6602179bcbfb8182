using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Pneumonia.Blazor.Api.Predictions;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Jobs;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Jobs;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Api.Jobs;

/// <summary>Reads a form with several images, one after the other, and has each on disk before it reads the next.</summary>
internal sealed class JobUpload(ImageFiles images, JobOptions options, Identifiers identifiers, TimeProvider clock)
{
    /// <summary>A job as it was sent. Its images are durable.</summary>
    /// <exception cref="RequestRefusedException">The request is not a form with images.</exception>
    public async Task<UploadedJob> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var received = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
            var id = identifiers.New(received);
            return new UploadedJob(id, received, await ReadPartsAsync(request, id, cancellation));
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Refuse(StatusCodes.Status413PayloadTooLarge, $"All files together are larger than {options.MostBytes >> 20} MB.");
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            throw Refuse(StatusCodes.Status400BadRequest, "The form cannot be read.");
        }
    }

    private async Task<IReadOnlyList<JobFile>> ReadPartsAsync(HttpRequest request, string jobId, CancellationToken cancellation)
    {
        var (names, hashes, patients) = (new List<string>(), new List<string>(), new List<string>());
        var reader = new MultipartReader(BoundaryOf(request), request.Body);
        while (await reader.ReadNextSectionAsync(cancellation) is { } part)
        {
            if (part.AsFileSection() is { Name: "file", FileStream: { } stream } file)
            {
                names.Add(UploadedImage.CheckName(file.FileName));
                hashes.Add(images.Put(await ReadFileAsync(stream, cancellation)));
            }
            else if (part.AsFormDataSection() is { Name: "patient" } patient)
            {
                patients.Add(UploadedImage.CheckPatient(await patient.GetValueAsync(cancellation)));
            }
            else
            {
                throw Refuse(StatusCodes.Status400BadRequest, "Send images in fields 'file', and their patients in fields 'patient'.");
            }

            if (names.Count > options.MostFiles)
            {
                throw Refuse(StatusCodes.Status413PayloadTooLarge, $"A job has at most {options.MostFiles} files.");
            }
        }

        if (names.Count == 0 || (patients.Count > 1 && patients.Count != names.Count))
        {
            throw Refuse(
                StatusCodes.Status400BadRequest,
                names.Count == 0 ? (UserText)"Send one image at least, in a field 'file'." : "Send one patient for all files, or one for each.");
        }

        return [.. names.Select((name, i) => new JobFile
        {
            JobId = jobId,
            Place = i,
            FileName = name,
            ImageSha256 = hashes[i],
            Patient = patients.Count == 0 || patients[i % patients.Count].Length == 0 ? null : patients[i % patients.Count],
        })];
    }

    private static async Task<byte[]> ReadFileAsync(Stream stream, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (memory.Length + read > Limits.BytesPerFile)
            {
                throw Refuse(StatusCodes.Status413PayloadTooLarge, $"A file is larger than {Limits.MegabytesPerFile} MB.");
            }

            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }

    private static string BoundaryOf(HttpRequest request) =>
        request.HasFormContentType && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary
            ? boundary.ToString()
            : throw Refuse(StatusCodes.Status415UnsupportedMediaType, "Send multipart/form-data with the images in fields 'file'.");

    private static RequestRefusedException Refuse(int status, UserText sentence) => new(status, sentence);
}

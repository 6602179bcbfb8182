using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Storage.Images;

namespace Pneumonia.Blazor.Api.Predictions;

/// <summary>What a client sends to be diagnosed.</summary>
/// <param name="FileName">The file's name.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Patient">Pseudonym that groups a patient's studies; null where none was sent.</param>
/// <param name="Age">The patient's years; null where none were sent.</param>
internal sealed record UploadedImage(string FileName, byte[] Bytes, string? Patient, int? Age = null) : IAsking
{
    private const int LongestName = 255;
    private const int LongestPatient = 100;
    private const int GreatestAge = 130;

    // Names of parts, boundaries and the patient.
    private const int Overhead = 64 * 1024;

    IEnumerable<string?> IAsking.Asked => [ImageFiles.HashOf(Bytes), FileName, Patient, Age?.ToString(CultureInfo.InvariantCulture)];

    /// <summary>Reads it as an argument of an operation.</summary>
    public static async ValueTask<UploadedImage?> BindAsync(HttpContext context) => await ReadAsync(context.Request, context.RequestAborted);

    /// <exception cref="RequestRefusedException">The request is not a form with one image.</exception>
    public static async Task<UploadedImage> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            throw new RequestRefusedException(
                StatusCodes.Status415UnsupportedMediaType, "Send multipart/form-data with the image in the field 'file'.");
        }

        var form = await ReadFormAsync(request, cancellation);
        if (form.Files is not [{ Name: "file" } file])
        {
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "Send one image, in the field 'file'.");
        }

        var (name, patient) = (CheckName(file.FileName), CheckPatient(form["patient"].ToString()));
        var age = ReadAge(form["age"].ToString().Trim());
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return new UploadedImage(name, bytes, patient.Length == 0 ? null : patient, age);
    }

    private static int? ReadAge(string text) => text.Length == 0 ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= GreatestAge ? years
        : throw new RequestRefusedException(StatusCodes.Status400BadRequest, $"An age is a whole number of years from 0 to {GreatestAge}.");

    /// <summary>The name without a folder.</summary>
    /// <exception cref="RequestRefusedException">It is too long.</exception>
    public static string CheckName(string name) => name.Contains('\0')
        ? throw new RequestRefusedException(StatusCodes.Status400BadRequest, "A file name holds no character NUL.")
        : name.Length <= LongestName
        ? Path.GetFileName(name)
        : throw new RequestRefusedException(
            StatusCodes.Status400BadRequest, $"A file name has at most {LongestName} characters.");

    /// <summary>The pseudonym without blanks around it; empty where there is none.</summary>
    /// <exception cref="RequestRefusedException">It is too long.</exception>
    public static string CheckPatient(string patient) => patient.Contains('\0')
        ? throw new RequestRefusedException(StatusCodes.Status400BadRequest, "A patient holds no character NUL.")
        : patient.Trim() is { Length: <= LongestPatient } trimmed
        ? trimmed
        : throw new RequestRefusedException(
            StatusCodes.Status400BadRequest, $"A patient has at most {LongestPatient} characters.");

    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            // In memory alone: the framework would put large files, unasked, into the folder for temporary files.
            return await request.ReadFormAsync(
                new FormOptions
                {
                    MemoryBufferThreshold = (int)Limits.BytesPerFile + Overhead,
                    MultipartBodyLengthLimit = Limits.BytesPerFile + Overhead,
                },
                cancellation);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
        catch (InvalidDataException) when (request.ContentLength > Limits.BytesPerFile)
        {
            throw TooLarge();
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "The form cannot be read.");
        }
    }

    private static RequestRefusedException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, $"The file is larger than {Limits.MegabytesPerFile} MB.");
}

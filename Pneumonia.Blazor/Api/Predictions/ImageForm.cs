using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Pneumonia.Blazor.Api.Predictions;

/// <summary>The form with which an image is sent; read by <see cref="UploadedImage"/>.</summary>
/// <param name="File">The image.</param>
/// <param name="Patient">Pseudonym that groups a patient's studies.</param>
internal sealed record ImageForm(
    [property: Required, Description("One X-ray: JPEG, PNG, TIFF or WebP.")] IFormFile File,
    [property: Description("Pseudonym that groups a patient's studies, at most 100 characters.")] string? Patient);

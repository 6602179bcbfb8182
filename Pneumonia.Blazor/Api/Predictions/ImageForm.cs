using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Pneumonia.Blazor.Api.Predictions;

/// <summary>The form with which an image is sent; read by <see cref="UploadedImage"/>.</summary>
/// <param name="File">The image.</param>
/// <param name="Patient">Pseudonym that groups a patient's studies.</param>
/// <param name="Age">The patient's years.</param>
internal sealed record ImageForm(
    [property: Required, Description("One X-ray: JPEG, PNG, TIFF, BMP, WebP or DICOM.")] IFormFile File,
    [property: Description("Pseudonym that groups a patient's studies, at most 100 characters.")] string? Patient,
    [property: Description("The patient's years, 0 to 130. It decides whether the X-ray is judged as a child's or an adult's, where the model makes a difference; without it the image does. It is not stored.")]
    int? Age);

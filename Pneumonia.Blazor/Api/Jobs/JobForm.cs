using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Pneumonia.Blazor.Api.Jobs;

/// <summary>The form with which a job is sent; read by <see cref="JobUpload"/>.</summary>
/// <param name="File">The images.</param>
/// <param name="Patient">Pseudonyms of their patients.</param>
internal sealed record JobForm(
    [property: Required, Description("The X-rays, one field 'file' each.")] IFormFileCollection File,
    [property: Description("Pseudonyms that group patients' studies: one for all files, or one for each, in their order.")]
    string[]? Patient);

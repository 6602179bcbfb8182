namespace Pneumonia.Model.Imaging.Native;

/// <summary>A call into the imaging library failed. The decoder turns it into an <see cref="InvalidRadiographException"/>.</summary>
internal sealed class NativeImagingException(string message) : Exception(message);

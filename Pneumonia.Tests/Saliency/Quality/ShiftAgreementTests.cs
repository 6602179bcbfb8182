using Pneumonia.Core.Saliency.Quality;

namespace Pneumonia.Tests.Saliency.Quality;

public sealed class ShiftAgreementTests
{
    [Fact]
    public void A_moved_image_is_filled_from_its_own_edges() => Assert.Equal(
        [
            1, 1, 1, 2,
            1, 1, 1, 2,
            5, 5, 5, 6,
        ],
        ShiftAgreement.Move(
            [
                1, 2, 3, 4,
                5, 6, 7, 8,
                9, 10, 11, 12,
            ],
            4, 3, right: 2, down: 1));
}

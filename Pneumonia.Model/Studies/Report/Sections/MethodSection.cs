using System.Xml.Linq;
using Pneumonia.Model.Pages;

namespace Pneumonia.Model.Studies.Report.Sections;

/// <summary>How the figures were computed.</summary>
internal static class MethodSection
{
    public static XElement Of() => Html.Section(
        "Methods",
        new XElement("ul", new[]
        {
            "AUC: Mann-Whitney statistic, ties counted half; its variance after DeLong, DeLong and Clarke-Pearson (1988) with the ranks of Sun and Xu (2014), "
                + "a patient's images taken together (Obuchowski 1997).",
            "Accuracy, sensitivity, specificity, precision: Wilson's intervals (1927), which take images as independent. Other figures: percentile bootstrap of "
                + "1000 resamples over patients.",
            "Calibration slope and intercepts: logistic regression of the truth on the log odds (Cox 1958), standard errors by the sandwich over patients "
                + "(Liang and Zeger 1986). Calibration error: ten bins of equal width.",
            "Differences between subgroups: bootstrap over patients, normal p-values, Holm's correction (1979) over all of them.",
            "The images come from one source. On other machines, other projections, other ages or other diseases expect less.",
        }.Select(text => new XElement("li", text))));
}

using Cadre.Core.Words;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>The posts of a plan by service, as it was when the workbook was made; nothing on it is read back.</summary>
internal static class ServiceSheet
{
    /// <summary>The sheet.</summary>
    public static FormSheet Of(PlanBookLayout layout)
    {
        var (place, quarters) = (layout.Place, layout.Place.Basis.Quarters);
        var split = new ServiceSplit(place);
        return new FormSheet(PlanBookLayout.ByService)
        {
            Widths = [30, 34, 40, .. Enumerable.Repeat(12.0, quarters.Count)],
            HeaderRow = PlanBookLayout.HeaderRow,
            FrozenColumns = 2,
            Rows =
            [
                .. PostsSheets.Lead("Posts by service", "As the plan was when this workbook was made: the shares of the sheet Services in the posts, in hundredths that add up to the posts exactly. The run does not use them. Nothing here is read back."),
                new FormRow(
                [
                    FormCell.Of("Staff group", FormStyle.Header), FormCell.Of("Service", FormStyle.Header), FormCell.Of("Where its shares come from", FormStyle.Header),
                    .. quarters.Select((quarter, q) => FormCell.Of(q == 0 ? $"Opening day {Wording.Short(quarter.Ends)}" : $"Quarter to {Wording.Short(quarter.Ends)}", FormStyle.NumberHeader)),
                ]),
                .. place.Lines.SelectMany(line => RowsOf(place, split, line)),
            ],
        };
    }

    private static IEnumerable<FormRow> RowsOf(PlannedPlace place, ServiceSplit split, PlanLine line)
    {
        var origin = string.Join("; ", split.SharesOf(line).Select(shares => shares.Origin));
        foreach (var (service, posts) in split.PartsOf(line))
            yield return new FormRow([FormCell.Of(PlanDifference.TitleOf(place, line), FormStyle.Label), FormCell.Of(service.Name, FormStyle.Text), FormCell.Of(service == SplitService.None ? "" : origin, FormStyle.Text), .. posts.Select(fte => FormCell.Of(fte, FormStyle.Posts))]);
    }
}

using Cadre.Engine.Delivery;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Writing;

/// <summary>What files call things: <see cref="Words"/> read backwards.</summary>
public static class Codes
{
    private static readonly Dictionary<Measure, string> Measures = Words.Measures.ToDictionary(word => word.Value, word => word.Key);
    private static readonly Dictionary<PlaceLevel, string> Levels = Words.Levels.ToDictionary(word => word.Value, word => word.Key);

    /// <summary>A measure: <c>vacancy_rate</c>.</summary>
    public static string Of(Measure measure) => Measures[measure];

    /// <summary>A level of place: <c>region</c>.</summary>
    public static string Of(PlaceLevel level) => Levels[level];

    /// <summary>A flow: <c>moves_in</c>.</summary>
    public static string Of(Flow flow) => flow switch
    {
        Flow.Joiners => "joiners",
        Flow.Leavers => "leavers",
        Flow.MovesIn => "moves_in",
        Flow.MovesOut => "moves_out",
        Flow.Adjustment => "adjustment",
    };

    /// <summary>What a flow is told apart by: <c>retirement</c>; nothing where it is not.</summary>
    public static string Of(FlowKind kind) => kind switch
    {
        FlowKind.None => "",
        FlowKind.Retirement => "retirement",
        FlowKind.Resignation => "resignation",
        FlowKind.Other => "other",
        FlowKind.Within => "within",
        FlowKind.Outside => "outside",
        FlowKind.Conversion => "conversion",
        FlowKind.Transfer => "transfer",
    };

    /// <summary>What money is spent on: <c>staff</c>.</summary>
    public static string Of(CostItem item) => item switch
    {
        CostItem.Staff => "staff",
        CostItem.Cover => "cover",
        CostItem.Training => "training",
        CostItem.Levers => "levers",
        CostItem.Total => "total",
    };

    /// <summary>What is delivered otherwise than planned: <c>all_levers</c>.</summary>
    public static string Of(DeliveredPart part) => part switch
    {
        DeliveredPart.Plan => "plan",
        DeliveredPart.Lever => "lever",
        DeliveredPart.AllLevers => "all_levers",
        DeliveredPart.Funding => "funding",
        DeliveredPart.Demand => "demand",
        DeliveredPart.International => "international",
    };

    /// <summary>Which levers are pulled: <c>one</c>.</summary>
    public static string Of(LeversPulled pulled) => pulled switch
    {
        LeversPulled.None => "none",
        LeversPulled.One => "one",
        LeversPulled.All => "all",
    };

    /// <summary>What a target counts: <c>fte_added</c>.</summary>
    public static string OfMeasure(Target target) => Words.TargetMeasures.First(word => word.Value == (target.Measure, target.SinceOpening)).Key;

    /// <summary>How it is delivered: <c>year_late</c>.</summary>
    public static string Of(Delivered delivered) => delivered switch
    {
        Delivered.AsPlanned => "as_planned",
        Delivered.NotAtAll => "not_at_all",
        Delivered.Half => "half",
        Delivered.YearLate => "year_late",
        Delivered.Low => "low",
        Delivered.High => "high",
        Delivered.Floor => "floor",
    };

    /// <summary>A source of candidates, or <c>other</c> for everyone whom none accounts for.</summary>
    public static string OfSource(NationalModel model, int? source) => source is { } index ? model.Sources[index].Code : "other";

    /// <summary>A service, or <c>all</c> where every one is meant.</summary>
    public static string OfService(NationalModel model, int? service) => service is { } index ? model.Services[index].Code : "all";

    /// <summary>A sector of employers: <c>third_sector</c>.</summary>
    public static string Of(EmployerSector sector) => Words.Of(sector);

    /// <summary>A sector of employers, or nothing where every one is meant.</summary>
    public static string OfSector(EmployerSector? sector) => sector is { } one ? Of(one) : "";

    /// <summary>What a target is about: <c>place/service/staff_group</c>, and <c>/sector</c> where it is about one.</summary>
    public static string OfScope(NationalModel model, Target target) =>
        $"{model.Places[target.Place].Code}/{OfService(model, target.Service)}/{model.StaffGroups[target.StaffGroup].Code}{(target.Sector is { } sector ? $"/{Of(sector)}" : "")}";
}

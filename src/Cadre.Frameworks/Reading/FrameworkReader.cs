using System.Text;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads a framework from its folder (docs/frameworks.md).</summary>
public static class FrameworkReader
{
    /// <summary>Reads every file and checks each by itself and against the others.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <exception cref="FrameworkException">There are faults; the exception holds all of them.</exception>
    public static Framework Read(string folder)
    {
        var problems = new Problems();
        FrameworkFormat.ThrowUnlessCurrent(folder);
        var files = FrameworkFolder.Open(folder, problems);
        var digest = Task.Run(files.Digest);
        var tables = new TablesAhead(files);
        var context = new ReadContext(files, FrameworkHeader.Read(files), tables);
        var import = YamlMapping.Read(files, FrameworkTables.ImportFile) is null
            ? null
            : ImportSettings.Parse(Encoding.UTF8.GetString(files.Bytes(FrameworkTables.ImportFile)!), problems);

        var framework = ReadTables(context, digest);
        if (import is not null)
        {
            CheckStaffGroups(import, context, framework.Model);
            CheckPublications(import, context);
        }

        problems.ThrowIfAny();
        return framework;
    }

    /// <summary>Reads on after every fault, so the result is good only when none was found.</summary>
    private static Framework ReadTables(ReadContext context, Task<string> digest)
    {
        var evidence = EvidenceReader.Read(context);
        var places = PopulationReader.Read(context, PlacesReader.Read(context));
        var tree = StaffGroupsReader.Read(context);
        var needByAge = NeedByAgeReader.Read(context, places);
        var (planServices, serviceShares) = ServiceSharesReader.Read(context);
        var staffGroups = ReadStaffGroups(context, tree);
        OccupationCodesReader.Check(context, tree);
        var index = new CohortIndex(context, tree);
        var (cohorts, stock) = StockReader.Read(context, places, index);
        PlaceRatesReader.Read(context, index, cohorts);
        var pools = SupplyReader.Read(context, tree, places, index, cohorts);
        var sourceIndex = new SourceIndex(context);
        var sources = SourcesReader.Read(context, tree, sourceIndex);
        var conversions = ConversionsReader.Read(context, tree, staffGroups, index);
        var substitutions = SubstitutionsReader.Read(context, tree);
        var register = AssumptionsReader.Read(context, sourceIndex);

        var header = context.Header;
        var model = new NationalModel
        {
            Name = header.Name,
            Opening = header.Opening ?? default,
            Months = header.Months,
            Places = places,
            Services = header.ServiceList,
            StaffGroups = staffGroups,
            Cohorts = cohorts,
            Pools = pools,
            Sources = sources,
            Conversions = conversions,
            Substitutions = substitutions,
            PlannedPosts = PlannedPostsReader.Read(context, index),
            Moves = MovesReader.Read(context, index),
            Assumptions = [.. register.Entries.Select(entry => entry.Assumption)],
            Money = MoneyReader.Read(context, tree),
            Needs = NeedReader.Read(context, places, index),
            Targets = TargetsReader.Read(context, places),
        };
        CheckChance(context, model);
        new AssumptionChecks(model, register, index, tree, context.Problems).Run();
        new SourceAssumptionChecks(model, register, sourceIndex, context.Problems).Run();
        new ConversionAssumptionChecks(model, register, context.Problems).Run();
        var scenarios = ScenarioReader.ReadAll(new ScenarioContext(context, sourceIndex, model, register.Entries, isRegisterComplete: register.WhollyRead.Count == ParameterRule.All.Count), context.Folder.Scenarios);
        return new Framework
        {
            Name = header.Name,
            Title = header.Title,
            AsOf = header.AsOf ?? default,
            Opening = model.Opening,
            Months = header.Months,
            RunMonths = header.RunMonths,
            Coverage = header.Coverage,
            Licence = header.Licence,
            Chance = header.Chance,
            Digest = digest.GetAwaiter().GetResult(),
            Model = model,
            Stock = stock,
            Register = register.Entries,
            Evidence = evidence,
            PublishedHeadcount = HeadcountReader.Read(context),
            Successors = SuccessorsReader.Read(context),
            NeedByAge = needByAge,
            PlanServices = planServices,
            ServiceShares = serviceShares,
            Expectations = ExpectationsReader.Read(context),
            Scenarios = scenarios,
            LeversTried = LeversTried(context, scenarios),
        };
    }

    private static void CheckChance(ReadContext context, NationalModel model)
    {
        foreach (var reason in context.Header.Chance ? ChanceRuns.Reasons(model) : [])
            context.Problems.Add(FrameworkTables.HeaderFile, "chance", "true", $"a framework for which chance can be drawn ({reason})");
    }

    /// <summary>The scenario whose levers a run tries; null where the framework names none, or none that can be tried, which is reported.</summary>
    private static ScenarioEntry? LeversTried(ReadContext context, IReadOnlyList<ScenarioEntry> scenarios)
    {
        if (context.Header.LeversOf is not { } name) return null;
        var found = scenarios.FirstOrDefault(entry => entry.Scenario.Name == name);
        if (found is { Scenario.Levers.Count: > 0, Changes.Count: 0 }) return found;
        // A scenario that could not be read is reported for itself.
        if (found is not null || !context.Folder.Scenarios.Keys.Any(file => Path.GetFileNameWithoutExtension(file) == name))
            context.Header.ReportLeversOf();
        return found;
    }

    private static void CheckPublications(ImportSettings import, ReadContext context)
    {
        foreach (var (key, publication) in import.Publications)
        {
            if (context.Evidence.IsComplete && context.Evidence.IndexOf(publication.Source) < 0)
                context.Problems.Add(FrameworkTables.ImportFile, $"{key}.source", $"\"{publication.Source}\"", context.Evidence.Expected);
            // The opening stock describes the start: it alone may have become public later.
            var describesTheStart = publication == import.Plan?.Stock;
            if (!DateOnly.TryParseExact(publication.KnownOn, "yyyy-MM-dd", out var day) || (day > context.Header.AsOf && !describesTheStart))
                context.Problems.Add(FrameworkTables.ImportFile, $"{key}.known_on", $"\"{publication.KnownOn}\"", $"a day such as 2026-01-29, not after the framework's as_of, {context.Header.AsOf:yyyy-MM-dd}");
        }
    }

    private static void CheckStaffGroups(ImportSettings import, ReadContext context, NationalModel model)
    {
        if (!context.StaffGroups.IsComplete) return;
        var parents = model.StaffGroups.Select(group => group.Parent).ToHashSet();
        foreach (var code in import.Leaves)
        {
            var group = context.StaffGroups.IndexOf(code);
            if (group < 0 || parents.Contains(group))
                context.Problems.Add(FrameworkTables.ImportFile, $"{(import.Plan is null ? "" : "plan.")}staff_groups.{code}", $"\"{code}\"", "a staff group of staff_groups.csv without groups below it");
        }
    }

    private static List<StaffGroup> ReadStaffGroups(ReadContext context, StaffGroupTree tree)
    {
        var ages = AgesReader.Read(context, tree);
        var lengthOfService = LengthOfServiceReader.Read(context, tree);
        var exits = ExitsReader.Read(context, tree);
        var scales = ScalesReader.Read(context, tree);
        var (leaving, arriving) = SeasonsReader.Read(context, tree);
        return
        [
            .. tree.Names.Select((name, group) => new StaffGroup
            {
                Code = context.StaffGroups[group],
                Name = name,
                Parent = tree.Parents[group],
                AgeBands = ages[group],
                LengthOfService = lengthOfService[group],
                Exits = exits[group],
                LeavingScale = scales[group],
                LeavingSeason = leaving[group],
                ArrivalSeason = arriving[group],
            }),
        ];
    }
}

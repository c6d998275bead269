using Cadre.Engine.Simulation;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Counts that a staff list adds up to: all that is left of it. FTE is in units of <see cref="StaffListCell.UnitsPerFte"/>.</summary>
internal sealed class StaffCounts(int places, int services, int staffGroups)
{
    private readonly Tally[] _cohorts = new Tally[places * services * staffGroups];
    private readonly Tally[] _ages = new Tally[staffGroups * Ages.Count];
    private readonly int[] _joiners = new int[staffGroups * Ages.Count];
    private readonly bool[] _places = new bool[places];

    /// <summary>Rows of the file after its header.</summary>
    public int Rows { get; set; }

    /// <summary>Rows that are counted: posts held.</summary>
    public int Counted { get; private set; }

    /// <summary>Counted rows without an age, which count in the stock alone.</summary>
    public int WithoutAge { get; set; }

    /// <summary>Counted rows without a start date where the list has that column.</summary>
    public int WithoutStart { get; set; }

    /// <summary>Counted rows without a pseudonym where the list has that column.</summary>
    public int WithoutPseudonym { get; set; }

    public required LeftOutTally LeftOut { get; init; }

    /// <summary>People; null where the list has no pseudonyms.</summary>
    public PeopleCount? People { get; init; }

    /// <summary>Whether a start date's day and month are not the same number: read in the other order it would be another day, or none.</summary>
    public bool HasDaysToMistake { get; private set; }

    /// <summary>Whether a start date's day is above 12, so that it cannot be a month.</summary>
    public bool HasDaysAbove12 { get; private set; }

    /// <summary>Posts and FTE of a cohort.</summary>
    public Tally Cohort(int place, int service, int staffGroup) => _cohorts[IndexOf(place, service, staffGroup)];

    /// <summary>Posts and FTE of a staff group at an age class.</summary>
    public Tally AtAge(int staffGroup, int age) => _ages[(staffGroup * Ages.Count) + age - Ages.First];

    /// <summary>Posts of a staff group at an age class that began in the twelve months up to the day.</summary>
    public int JoinersAtAge(int staffGroup, int age) => _joiners[(staffGroup * Ages.Count) + age - Ages.First];

    /// <summary>Whether a row of the place is counted.</summary>
    public bool Holds(int place) => _places[place];

    /// <summary>Adds a post.</summary>
    public void Add(int place, int service, int staffGroup, long fte)
    {
        Counted++;
        _places[place] = true;
        _cohorts[IndexOf(place, service, staffGroup)].Add(fte);
    }

    /// <summary>Adds a start date that was read.</summary>
    public void AddStart(DateOnly day)
    {
        HasDaysToMistake |= day.Day != day.Month;
        HasDaysAbove12 |= day.Day > 12;
    }

    /// <summary>Adds the age of a post's holder, at least the first age class; above the last it counts in the last.</summary>
    public void AddAge(int staffGroup, int age, long fte, bool isJoiner)
    {
        var at = (staffGroup * Ages.Count) + Math.Min(age, Ages.Last) - Ages.First;
        _ages[at].Add(fte);
        if (isJoiner)
            _joiners[at]++;
    }

    private int IndexOf(int place, int service, int staffGroup) => (((place * services) + service) * staffGroups) + staffGroup;

    /// <summary>Posts and their FTE in units.</summary>
    public struct Tally
    {
        public int Heads { get; private set; }

        public long Units { get; private set; }

        public readonly decimal Fte => (decimal)Units / StaffListCell.UnitsPerFte;

        public void Add(long units)
        {
            Heads++;
            Units += units;
        }
    }
}

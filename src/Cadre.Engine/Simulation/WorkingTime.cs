namespace Cadre.Engine.Simulation;

/// <summary>
/// FTE per head by age in a month, with what the levers on participation make of it (docs/method.md sections 2.2 and 9). Belongs to one
/// thread. Without such levers it hands out the tables of the model themselves.
/// </summary>
internal sealed class WorkingTime
{
    private readonly PreparedModel _prepared;
    private readonly LeverSchedule _levers;
    private readonly Varying?[] _varying;
    private int _sinceBirthday;

    public WorkingTime(PreparedModel prepared, LeverSchedule levers)
    {
        (_prepared, _levers) = (prepared, levers);
        _varying = [.. prepared.Groups.Select((tables, group) => tables is not null && levers.ChangesParticipation(group) ? new Varying() : null)];
    }

    /// <summary>Whether FTE per head of a staff group differs from the month before.</summary>
    public bool Changes(int group) => _varying[group] is { } varying && varying.Changes;

    /// <summary>Begins a future: before month 1 nothing has changed.</summary>
    public void Open()
    {
        foreach (var varying in _varying)
            varying?.Reset();
    }

    /// <summary>Begins a month (1 for the first).</summary>
    public void BeginMonth(int month)
    {
        _sinceBirthday = (month - 1) % 12;
        for (var group = 0; group < _varying.Length; group++)
        {
            if (_varying[group] is not { } varying) continue;
            _levers.Participation(group, month, varying.NextFactor());
            varying.BeginMonth(_prepared.Groups[group].FtePerHead, _sinceBirthday);
        }
    }

    /// <summary>FTE per head at the start of the month.</summary>
    public double[] AtStart(int group) => _varying[group]?.AtStart ?? _prepared.Groups[group].FtePerHead[_sinceBirthday];

    /// <summary>FTE per head a month later; on a birthday, what each age works once everybody is a year older.</summary>
    public double[] AtEnd(int group) => _varying[group]?.AtEnd ?? _prepared.Groups[group].FtePerHead[_sinceBirthday + 1];

    /// <summary>What FTE per head gains from <see cref="AtStart"/> to <see cref="AtEnd"/>, by age.</summary>
    public double[] OverMonth(int group) => _varying[group]?.OverMonth ?? _prepared.Groups[group].FtePerHeadChange[_sinceBirthday];

    /// <summary>What it gains from last month's participation to <see cref="AtStart"/>, by age; only where <see cref="Changes"/>.</summary>
    public double[] AtOnce(int group) => _varying[group]!.AtOnce;

    /// <summary>FTE per head at the end of the month by age, birthdays over.</summary>
    public double[] AfterBirthday(int group) => _varying[group]?.AfterBirthday ?? _prepared.Groups[group].FtePerHead[(_sinceBirthday + 1) % 12];

    /// <summary>FTE per joining head of a source at the start of the month.</summary>
    public double OfJoiner(int group, JoinerTables joiners) => _varying[group] is { } varying
        ? GroupTables.Dot(joiners.Share, varying.AtStart)
        : joiners.FtePerHead[_sinceBirthday];

    /// <summary>FTE per head of the opening ages at the start of the month.</summary>
    public double OfStock(int group) => _varying[group] is { } varying
        ? GroupTables.Dot(_prepared.Groups[group].StockShare, varying.AtStart)
        : _prepared.Groups[group].StockFtePerHead[_sinceBirthday];

    /// <summary>The tables of a staff group whose participation some lever changes.</summary>
    private sealed class Varying
    {
        private readonly double[] _factor = new double[Ages.Count];
        private readonly double[] _last = new double[Ages.Count];

        public bool Changes { get; private set; }

        public double[] AtOnce { get; } = new double[Ages.Count];

        public double[] OverMonth { get; } = new double[Ages.Count];

        public double[] AtStart { get; } = new double[Ages.Count];

        public double[] AtEnd { get; } = new double[Ages.Count];

        public double[] AfterBirthday { get; } = new double[Ages.Count];

        public void Reset() => Array.Fill(_factor, 1);

        /// <summary>By age: FTE per head over what it would be without levers, to be filled for the month that begins; the last month's are kept.</summary>
        public double[] NextFactor()
        {
            _factor.CopyTo(_last, 0);
            return _factor;
        }

        public void BeginMonth(double[][] ftePerHead, int sinceBirthday)
        {
            Changes = !_factor.AsSpan().SequenceEqual(_last);
            for (var a = 0; a < Ages.Count; a++)
            {
                // At a birthday an age works what the next one does.
                var next = sinceBirthday == 11 ? Math.Min(a + 1, Ages.Count - 1) : a;
                AtStart[a] = ftePerHead[sinceBirthday][a] * _factor[a];
                AtEnd[a] = ftePerHead[sinceBirthday + 1][a] * _factor[next];
                AtOnce[a] = AtStart[a] - (ftePerHead[sinceBirthday][a] * _last[a]);
                OverMonth[a] = AtEnd[a] - AtStart[a];
                AfterBirthday[a] = ftePerHead[(sinceBirthday + 1) % 12][a] * _factor[a];
            }
        }
    }
}

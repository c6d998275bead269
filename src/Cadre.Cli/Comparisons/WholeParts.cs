namespace Cadre.Cli.Comparisons;

/// <summary>Whole numbers that add up where a reader adds them: each within one of what it stands for.</summary>
internal static class WholeParts
{
    /// <summary>Rounds <paramref name="parts"/> so that they sum to <paramref name="total"/>, the largest fractions up first.</summary>
    public static long[] Of(long total, IReadOnlyList<double> parts)
    {
        long[] whole = [.. parts.Select(part => (long)Math.Floor(part))];
        var left = total - whole.Sum();
        var order = Enumerable.Range(0, parts.Count).OrderByDescending(i => parts[i] - Math.Floor(parts[i])).ThenBy(i => i).ToArray();
        for (var next = 0; left > 0 && order.Length > 0; next = (next + 1) % order.Length, left--)
            whole[order[next]]++;
        for (var next = order.Length - 1; left < 0 && order.Length > 0; next = next == 0 ? order.Length - 1 : next - 1, left++)
            whole[order[next]]--;
        return whole;
    }

    /// <summary>Rounds the rows of a tree in reading order so that the rows below each row sum to it.</summary>
    /// <param name="values">A value for each row.</param>
    /// <param name="depths">Steps of each row below the first, which is 0.</param>
    public static long[] OfTree(IReadOnlyList<double> values, IReadOnlyList<int> depths)
    {
        var whole = new long[values.Count];
        if (values.Count == 0) return whole;
        whole[0] = (long)Math.Round(values[0], MidpointRounding.AwayFromZero);
        for (var row = 0; row < values.Count; row++)
        {
            var end = row + 1;
            while (end < values.Count && depths[end] > depths[row]) end++;
            int[] below = [.. Enumerable.Range(row + 1, end - row - 1).Where(other => depths[other] == depths[row] + 1)];
            foreach (var (part, other) in Of(whole[row], [.. below.Select(other => values[other])]).Zip(below))
                whole[other] = part;
        }

        return whole;
    }
}

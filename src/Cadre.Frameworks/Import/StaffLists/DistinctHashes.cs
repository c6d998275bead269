namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>A set of hashes, eight bytes each: enough to count people without keeping who they are.</summary>
internal sealed class DistinctHashes
{
    private ulong[] _slots = new ulong[1024];

    /// <summary>How many different ones were added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a hash; false when it is there already. Hashes are taken to be spread evenly.</summary>
    public bool Add(ulong hash)
    {
        if (Count >= _slots.Length / 4 * 3)
            Grow();
        if (!Put(_slots, hash))
            return false;
        Count++;
        return true;
    }

    private void Grow()
    {
        var slots = new ulong[_slots.Length * 2];
        foreach (var hash in _slots)
        {
            if (hash != 0)
                Put(slots, hash);
        }

        _slots = slots;
    }

    /// <summary>An empty slot holds 0, so that the hash 0 stands for 1: the two count as one.</summary>
    private static bool Put(ulong[] slots, ulong hash)
    {
        if (hash == 0)
            hash = 1;
        var slot = (int)(hash & (ulong)(slots.Length - 1));
        while (slots[slot] != 0)
        {
            if (slots[slot] == hash)
                return false;
            slot = (slot + 1) & (slots.Length - 1);
        }

        slots[slot] = hash;
        return true;
    }
}

using Cadre.TestCommon;

namespace Cadre.Web.Tests.Rounds;

/// <summary>A server with the small nation, two systems of which merge while nobody knows what becomes of the third.</summary>
public sealed class MergingServer : TestServer
{
    private readonly TemporaryFolder _copy = new();

    /// <inheritdoc/>
    protected override string FrameworkFolder
    {
        get
        {
            var folder = Directory.CreateDirectory(Path.Combine(_copy.Path, Path.GetFileName(SmallFramework.Folder))).FullName;
            foreach (var file in Directory.EnumerateFiles(SmallFramework.Folder))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
            File.WriteAllText(Path.Combine(folder, "successors.csv"), """
                place,successor,successor_name,on,source,grade,known_on,note
                S1,S9,Greater North,2026-04-01,synthetic,D,2026-01-15,
                S2,S9,Greater North,2026-04-01,synthetic,D,2026-01-15,
                S3,,,2026-04-01,synthetic,D,2026-01-15,closed; successor not sourced
                T1,S8,Elsewhere,2026-04-01,synthetic,D,2026-01-15,the trust moves system

                """.ReplaceLineEndings("\n"));
            return folder;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _copy.Dispose();
    }
}

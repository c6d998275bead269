using System.Diagnostics;
using System.Runtime.Versioning;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>What <c>./cadre</c> says when the machine lacks something.</summary>
[UnsupportedOSPlatform("windows")]
public class LauncherTests
{
    [Fact]
    public void Launcher_NoSdkTen_SaysHowToGetIt()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Repository.Root, "cadre"), Path.Combine(folder.Path, "cadre"));
        var tools = Directory.CreateDirectory(Path.Combine(folder.Path, "tools")).FullName;
        var dotnet = Path.Combine(tools, "dotnet");
        File.WriteAllText(dotnet, "#!/bin/sh\necho '8.0.100 [/usr/share/dotnet/sdk]'\n");
        File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var start = new ProcessStartInfo("bash", [Path.Combine(folder.Path, "cadre"), "run", "england-2025"]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/", UseShellExecute = false };
        start.Environment["PATH"] = $"{tools}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("Cadre needs the .NET SDK 10, and this machine has only: 8.0.100", error);
        Assert.Contains("https://dotnet.microsoft.com/download", error);
    }
}

namespace Cadre.TestCommon.Fuzzing;

/// <summary>A spoilt file.</summary>
/// <param name="Target">Name of the reader.</param>
/// <param name="File">Path under its folder.</param>
/// <param name="What">What was done to it.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record FuzzMutant(string Target, string File, string What, byte[] Bytes);

using System.Text;
using Cadre.Frameworks.Import.StaffLists;

namespace Cadre.Frameworks.Tests.Import;

/// <summary>The parts of the reading of staff lists: cells, hashes, codes.</summary>
public sealed class StaffListPartsTests
{
    [Theory]
    [InlineData("1", '.', 1_000_000_000)]
    [InlineData("0.826666667", '.', 826_666_667)]
    [InlineData(".5", '.', 500_000_000)]
    [InlineData("-0.5", '.', -500_000_000)]
    [InlineData("0,93333", ',', 933_330_000)]
    public void TryFte_Numbers_AreExactUnits(string cell, char sign, long units)
    {
        Assert.True(StaffListCell.TryFte(Encoding.UTF8.GetBytes(cell), (byte)sign, out var read));
        Assert.Equal(units, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData("1,0")]
    [InlineData("1.0.0")]
    [InlineData("+1")]
    [InlineData("1e-1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x1")]
    [InlineData("1 0")]
    [InlineData("0.000000000000000000000000000000001")]
    public void TryFte_AnythingElse_IsNone(string cell) => Assert.False(StaffListCell.TryFte(Encoding.UTF8.GetBytes(cell), (byte)'.', out _));

    [Theory]
    [InlineData("2024-02-29", "YearMonthDay", "2024-02-29")]
    [InlineData("2024/2/9", "YearMonthDay", "2024-02-09")]
    [InlineData("29/02/2024", "DayMonthYear", "2024-02-29")]
    [InlineData("2/29/2024", "MonthDayYear", "2024-02-29")]
    [InlineData("2023-02-29", "YearMonthDay", null)]
    [InlineData("29/02/24", "DayMonthYear", null)]
    [InlineData("02/2024", "DayMonthYear", null)]
    [InlineData("29/02-2024", "DayMonthYear", null)]
    [InlineData("29/02/2024 00:00", "DayMonthYear", null)]
    [InlineData("2024-02-29", "DayMonthYear", null)]
    [InlineData("2024-13-01", "YearMonthDay", null)]
    [InlineData("0000-01-01", "YearMonthDay", null)]
    [InlineData("-5/02/2024", "DayMonthYear", null)]
    public void TryDay_InItsOrder_IsADayOrNone(string cell, string order, string? day)
    {
        Assert.Equal(day is not null, StaffListCell.TryDay(Encoding.UTF8.GetBytes(cell), Enum.Parse<DayOrder>(order), out var read));
        if (day is not null)
            Assert.Equal(DateOnly.Parse(day), read);
    }

    [Theory]
    [InlineData(0, 0x726fdb47dd0e0e31UL)]
    [InlineData(7, 0xab0200f58b01d137UL)]
    [InlineData(8, 0x93f5f5799a932462UL)]
    [InlineData(15, 0xa129ca6149be45e5UL)]
    public void SipHash_VectorsOfItsAuthors_AreMet(int length, ulong hash) =>
        Assert.Equal(hash, new SipHash([.. Enumerable.Range(0, 16).Select(i => (byte)i)]).Of([.. Enumerable.Range(0, length).Select(i => (byte)i)]));

    [Fact]
    public void DistinctHashes_ManyTwice_CountsEachOnce()
    {
        var hashes = new DistinctHashes();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0UL; i < 50_000; i++)
                Assert.Equal(round == 0, hashes.Add(i * 0x9e3779b97f4a7c15UL));
        }

        Assert.Equal(50_000, hashes.Count);
    }

    [Fact]
    public void OccupationCodes_EveryCodeOnce_WithTheGroupThatItIsPublishedIn()
    {
        var codes = OccupationCodes.Read().ToDictionary();

        Assert.Equal(564, codes.Count);
        Assert.Equal(
            ["nurses", "nurses", "nurses", "midwives", "doctors", "scientific", "support_scientific", "scientific", "support_scientific", "support_clinical", "central", "senior_managers"],
            new[] { "N6D", "N0E", "N3H", "N2C", "051", "S1L", "S8L", "U0E", "U5E", "NHD", "G2A", "G0D" }.Select(code => codes[code]));
        Assert.DoesNotContain("921", codes.Keys);
    }
}

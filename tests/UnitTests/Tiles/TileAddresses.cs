using CsCheck;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Tiles;

namespace LongAnGis.UnitTests.Tiles;

public class TileAddresses
{
    [Theory]
    [InlineData("0", "0", "0")]
    [InlineData("12", "3258", "1926")]
    [InlineData("18", "262143", "262143")]
    public void Are_plain_digits_within_the_pyramid(string zoom, string column, string row)
    {
        Assert.True(TileAddress.TryParse(zoom, column, row, out var address));
        Assert.Equal($"{zoom}/{column}/{row}", address.ToString());
    }

    [Theory]
    [InlineData("99", "0", "0")]
    [InlineData("19", "0", "0")]
    [InlineData("-1", "0", "0")]
    [InlineData("1", "-1", "0")]
    [InlineData("1", "2", "0")]
    [InlineData("1", "0", "2")]
    [InlineData("1", "0x1", "0")]
    [InlineData("1", "1e0", "0")]
    [InlineData("1", "٣", "0")]
    [InlineData("1", "１", "0")]
    [InlineData("1", "01", "0")]
    [InlineData("1", "+1", "0")]
    [InlineData("1", " 1", "0")]
    [InlineData("1", "1.0", "0")]
    [InlineData("1", "", "0")]
    [InlineData("1", "4294967297", "0")]
    [InlineData("1", "99999999999999999999", "0")]
    public void Refuse_anything_else(string zoom, string column, string row) =>
        Assert.False(TileAddress.TryParse(zoom, column, row, out _));

    [Fact]
    public void Hold_the_positions_that_they_are_found_by() =>
        Gen.Select(Gen.Double[-179.9, 179.9], Gen.Double[-84, 84], Gen.Int[0, 18]).Sample((longitude, latitude, zoom) =>
        {
            var position = new Wgs84Position(latitude, longitude);
            return TileAddress.At(position, zoom).Extent(margin: 1e-9).Holds(position);
        });

    [Fact]
    public void Cover_Tan_An_as_OpenStreetMap_numbers_it() =>
        Assert.Equal(new TileAddress(12, 3258, 1927), TileAddress.At(new(10.5333, 106.4133), 12));

    [Fact]
    public void Project_by_series_as_by_logarithm() =>
        Gen.Select(Gen.Double[102, 118], Gen.Double[-23, 23.4], Gen.Int[0, 18], Gen.Double[-2, 2]).Sample(
            (longitude, latitude, zoom, away) =>
            {
                var tile = TileAddress.At(new(latitude, longitude), zoom);
                var (x, y) = new TileProjection(tile, 4096).Place(longitude, latitude + away);
                var (right, down) = WebMercator.ToUnitSquare(longitude, latitude + away);
                var world = 4096.0 * (1 << zoom);
                return Math.Abs((right * world) - (tile.Column * 4096.0) - x) < 0.01
                    && Math.Abs((down * world) - (tile.Row * 4096.0) - y) < 0.01;
            });
}

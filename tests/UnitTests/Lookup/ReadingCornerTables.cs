using LongAnGis.Core.Lookup;

namespace LongAnGis.UnitTests.Lookup;

/// <summary>
/// One parcel of four corners (domain.md, 2), typed as certificates, survey sheets and spreadsheets print it: whatever the
/// form, the same eight numbers are read.
/// </summary>
public sealed class ReadingCornerTables
{
    static readonly (double, double)[] Parcel = [(1203700, 573800), (1203760, 573950), (1203640, 573998), (1203580, 573848)];

    public static TheoryData<string, string> Shapes => new()
    {
        { "bare", "1203700 573800\n1203760 573950\n1203640 573998\n1203580 573848" },
        { "numbered", "1 1203700 573800\n2 1203760 573950\n3 1203640 573998\n4 1203580 573848" },
        { "closed by its first corner", "1 1203700 573800\n2 1203760 573950\n3 1203640 573998\n4 1203580 573848\n1 1203700 573800" },
        { "decimal commas", "1203700,00 573800,00\n1203760,00 573950,00\n1203640,00 573998,00\n1203580,00 573848,00" },
        { "Vietnamese groups", "1.203.700,00\t573.800,00\n1.203.760,00\t573.950,00\n1.203.640,00\t573.998,00\n1.203.580,00\t573.848,00" },
        { "English groups", "1,203,700.00\t573,800.00\n1,203,760.00\t573,950.00\n1,203,640.00\t573,998.00\n1,203,580.00\t573,848.00" },
        { "whole numbers in groups of dots", "1.203.700\t573.800\n1.203.760\t573.950\n1.203.640\t573.998\n1.203.580\t573.848" },
        { "groups by spaces", "1 203 700.00 573 800.00\n1 203 760.00 573 950.00\n1 203 640.00 573 998.00\n1 203 580.00 573 848.00" },
        { "tabs with a heading", "STT\tX (m)\tY (m)\n1\t1203700\t573800\n2\t1203760\t573950\n3\t1203640\t573998\n4\t1203580\t573848" },
        { "an edge column", "Số hiệu điểm\tX(m)\tY(m)\tCạnh (m)\n1\t1203700.00\t573800.00\t161.55\n2\t1203760.00\t573950.00\t129.24\n3\t1203640.00\t573998.00\t161.55\n4\t1203580.00\t573848.00\t129.24" },
        { "edges on lines of their own", "1 1203700 573800\n161,55\n2 1203760 573950\n129,24\n3 1203640 573998\n161,55\n4 1203580 573848\n129,24\n1 1203700 573800" },
        { "edges between tabs", "1\t1203700\t573800\t\n\t\t\t161,55\n2\t1203760\t573950\t\n\t\t\t129,24\n3\t1203640\t573998\t\n4\t1203580\t573848\t" },
        { "two blocks side by side", "STT\tX\tY\tSTT\tX\tY\n1\t1203700\t573800\t3\t1203640\t573998\n2\t1203760\t573950\t4\t1203580\t573848" },
        { "two blocks without a heading", "1 1203700,0 573800,0 3 1203640,0 573998,0\n2 1203760,0 573950,0 4 1203580,0 573848,0" },
        { "two blocks with edges", "1\t1203700\t573800\t161.55\t3\t1203640\t573998\t161.55\n2\t1203760\t573950\t129.24\t4\t1203580\t573848\t129.24" },
        { "merged headings", "BẢNG LIỆT KÊ TỌA ĐỘ\nSố hiệu\tTọa độ\t\tCạnh\nđiểm\tX\tY\t(m)\n1\t1203700\t573800\t\n2\t1203760\t573950\t\n3\t1203640\t573998\t\n4\t1203580\t573848\t" },
        { "north and east named", "Điểm;Bắc;Đông\nA;1203700;573800\nB;1203760;573950\nC;1203640;573998\nD;1203580;573848" },
        { "letters for points", "M1 1203700 573800\nM2 1203760 573950\nM3 1203640 573998\nM4 1203580 573848" },
        { "labels in the line", "X=1203700 Y=573800\nX=1203760 Y=573950\nX=1203640 Y=573998\nX=1203580 Y=573848" },
        { "labels with colons and semicolons", "X: 1203700; Y: 573800\nX: 1203760; Y: 573950\nX: 1203640; Y: 573998\nX: 1203580; Y: 573848" },
        { "a CSV file", "id,x,y\n1,1203700.0,573800.0\n2,1203760.0,573950.0\n3,1203640.0,573998.0\n4,1203580.0,573848.0" },
        { "a CSV file of Vietnamese Excel", "id;x;y\n1;1203700,0;573800,0\n2;1203760,0;573950,0\n3;1203640,0;573998,0\n4;1203580,0;573848,0" },
        { "quotes", "\"1\"\t\"1203700\"\t\"573800\"\n\"2\"\t\"1203760\"\t\"573950\"\n\"3\"\t\"1203640\"\t\"573998\"\n\"4\"\t\"1203580\"\t\"573848\"" },
        { "units", "1\t1203700 m\t573800 m\n2\t1203760 m\t573950 m\n3\t1203640 m\t573998 m\n4\t1203580 m\t573848 m" },
        { "a byte order mark, Windows ends of line and blank lines", "\uFEFF1203700 573800\r\n\r\n1203760 573950\r\n1203640 573998\r\n1203580 573848\r\n\r\n" },
        { "no-break spaces", "1\u00A01203700\u00A0573800\n2\u00A01203760\u00A0573950\n3\u00A01203640\u00A0573998\n4\u00A01203580\u00A0573848" },
        { "bars", "| 1 | 1203700 | 573800 |\n| 2 | 1203760 | 573950 |\n| 3 | 1203640 | 573998 |\n| 4 | 1203580 | 573848 |" },
        { "wide gaps of a PDF", "  1     1203700.00     573800.00     161.55\n  2     1203760.00     573950.00     129.24\n  3     1203640.00     573998.00     161.55\n  4     1203580.00     573848.00     129.24" },
        { "title, meridian and area round it", "Thửa đất số 123, tờ bản đồ số 45\nHệ tọa độ VN-2000, kinh tuyến trục 105°45', múi chiếu 3°\n1 1203700 573800\n2 1203760 573950\n3 1203640 573998\n4 1203580 573848\nDiện tích: 20.880 m²" },
        { "a comma after the first number", "1203700, 573800\n1203760, 573950\n1203640, 573998\n1203580, 573848" },
        { "decomposed Vietnamese", "Số hiệu điểm\tX\tY".Normalize(System.Text.NormalizationForm.FormD) + "\n1\t1203700\t573800\n2\t1203760\t573950\n3\t1203640\t573998\n4\t1203580\t573848" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Reads_the_same_corners_from_every_shape_of_table(string shape, string text)
    {
        var table = CornerTableReader.Read(text);

        Assert.Empty(table.Faults);
        Assert.True(Parcel.SequenceEqual(table.Corners.Select(corner => (corner.First, corner.Second))), shape);
    }

    public static TheoryData<string, string, int> Broken => new()
    {
        { "one number", "1203700 573800\n1203760\n1203640 573998", 2 },
        { "a letter O for a zero", "1203700\t573800\n12O3760\t573950\n1203640\t573998", 2 },
        { "an empty cell", "STT\tX\tY\n1\t1203700\t573800\n2\t1203760\t\n3\t1203640\t573998", 3 },
        { "two decimal signs", "1203700 573800\n1203760,5.3 573950\n1203640 573998", 2 },
        { "groups of two", "1203700\t573800\n12.03.760\t573950\n1203640\t573998", 2 },
        { "a formula", "1\t1203700\t573800\n2\t=B1+60\t573950\n3\t1203640\t573998", 2 },
        { "an error of a spreadsheet", "1\t1203700\t573800\n2\t1203760\t573950\n3\t#REF!\t573998", 3 },
        { "a number that is too large", "1203700 573800\n12037600000 573950\n1203640 573998", 2 },
        { "not a number", "1203700\t573800\nNaN\t573950\n1203640\t573998", 2 },
        { "infinity", "1203700\t573800\n1203760\t573950\n∞\t573998", 3 },
        { "a dash", "1203700\t573800\n-\t573950\n1203640\t573998", 2 },
        { "scientific notation", "1203700\t573800\n1.2E+06\t573950\n1203640\t573998", 2 },
        { "metres beside degrees", "1203700\t573800\n10.88\t573950\n1203640\t573998", 2 },
        { "an asterisk", "1203700\t573800\n1203760*\t573950\n1203640\t573998", 2 },
        { "one column", "1203700\n1203760\n1203640", 1 },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Names_the_line_that_is_no_corner(string what, string text, int row)
    {
        var table = CornerTableReader.Read(text);

        Assert.True(table.Faults.Count > 0, what);
        Assert.Equal(row, table.Faults[0].Row);
        Assert.Contains($"{row}", table.Faults[0].Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_names_edges_order_meridian_and_area_as_they_are_stated()
    {
        var table = CornerTableReader.Read(
            "Kinh tuyến trục: 105º30', múi chiếu 3 độ\nĐiểm\tY\tX\tCạnh\nA\t573800\t1203700\t161,55\nB\t573950\t1203760\t129,24\nC\t573998\t1203640\t161,55\nD\t573848\t1203580\t129,24\nA\t573800\t1203700\t\nDiện tích 20.880 m2");

        Assert.Equal(["A", "B", "C", "D"], table.Corners.Select(corner => corner.Name));
        Assert.Equal([161.55, 129.24, 161.55, 129.24], table.Corners.Select(corner => corner.EdgeMetres!.Value));
        Assert.Equal(StatedOrder.EastFirst, table.Order);
        Assert.Equal(9209, table.Meridian!.Srid);
        Assert.Equal([20.88, 20880], table.AreaReadings);
        Assert.True(table.RepeatsFirst);
    }

    [Fact]
    public void Reads_degrees_with_latitude_or_longitude_first()
    {
        var latitudeFirst = CornerTableReader.Read("10.883918964, 106.426862810\n10.884458379, 106.428236071\n10.883372521, 106.428672667");
        var longitudeFirst = CornerTableReader.Read("lon\tlat\n106,426862810\t10,883918964\n106,428236071\t10,884458379\n106,428672667\t10,883372521");

        Assert.Equal((10.883918964, 106.426862810), (latitudeFirst.Corners[0].First, latitudeFirst.Corners[0].Second));
        Assert.Equal(StatedOrder.EastFirst, longitudeFirst.Order);
        Assert.Equal(106.426862810, longitudeFirst.Corners[0].First);
    }

    [Fact]
    public void Refuses_a_table_of_more_corners_than_parcels_have_and_a_text_of_megabytes_before_reading_on()
    {
        var corners = CornerTableReader.Read(string.Concat(Enumerable.Repeat("1203700 573800\n", 12_000)));
        var text = CornerTableReader.Read(new string('x', 50_000_000));

        Assert.Contains("5000", Assert.Single(corners.Faults).Message.Vi, StringComparison.Ordinal);
        Assert.Contains("200000", Assert.Single(text.Faults).Message.Vi, StringComparison.Ordinal);
        Assert.Empty(corners.Corners);
    }

    [Fact]
    public void Reads_nothing_from_text_without_figures_and_says_nothing_wrong_of_it()
    {
        var table = CornerTableReader.Read("Kính gửi: Sở Nông nghiệp và Môi trường\n\n");

        Assert.Empty(table.Corners);
        Assert.Empty(table.Faults);
    }
}

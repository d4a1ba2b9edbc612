using CsCheck;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Pasting;

namespace LongAnGis.UnitTests.Indicators.Pasting;

public class ReadingAPastedTable
{
    static readonly DateOnly Merger = new(2025, 7, 1);

    static readonly KnownArea[] Areas =
    [
        new("80-to-2025", "Long An", "province", "80", Until: Merger),
        new("794", "Tân An", "city", "794", Until: Merger) { Aliases = ["Tan An City"] },
        new("795", "Kiến Tường", "town", "795", new(2013, 3, 18), Merger),
        new("802", "Đức Hòa", "district", "802", Until: Merger) { Successors = ["xã Đức Hòa", "xã Hậu Nghĩa"] },
        new("806", "Cần Đước", "district", "806", Until: Merger),
        new("27964-to-2025", "Đức Hòa", "township", "27964", Until: Merger) { ParentName = "Đức Hòa" },
        new("27991", "Đức Hòa", "commune", "27991", Merger),
        new("28042-to-2025", "Tân Thành", "commune", "28042", Until: Merger) { ParentName = "Thủ Thừa" },
        new("27811-to-2025", "Tân Thành", "commune", "27811", Until: Merger) { ParentName = "Mộc Hóa" },
        new("27694-to-2025", "1", "ward", "27694", Until: Merger),
        new("27694", "Long An", "ward", "27694", Merger),
    ];

    static readonly KnownIndicator Population = new("population-average", "Dân số trung bình", "Average population", Decimals: 0) { Least = 0 };
    static readonly KnownIndicator Poverty = new("poverty-rate", "Tỷ lệ hộ nghèo", "Poverty rate", IsPercent: true) { Least = 0, Most = 100 };
    static readonly KnownIndicator Yield = new("rice-yield", "Năng suất lúa", "Rice yield");

    static PasteQuestion Question => new(Areas, [Population, Poverty, Yield], new(2025, 3, 1));

    static PasteQuestion Of(KnownIndicator indicator) => Question with { Indicator = indicator, Period = Period.OfYear(2024) };

    static PasteAnswer Read(string text, PasteQuestion? question = null) => PasteReader.Read(PastedTable.OfClipboard(text.Replace('|', '\t')), question ?? Of(Yield));

    static IEnumerable<string> Figures(PasteAnswer answer) => answer.Figures.Select(figure =>
        FormattableString.Invariant($"{figure.Area} {figure.Indicator} {figure.Period} {figure.Value} {figure.Status}"));

    static PasteFinding Only(PasteAnswer answer, PasteFault fault) => Assert.Single(answer.Findings, finding => finding.Fault == fault);

    [Fact]
    public void A_wide_table_of_years_gives_a_figure_for_each_cell()
    {
        var answer = Read("""
            BÁO CÁO DÂN SỐ
            STT|Huyện, thị xã, thành phố|2023|Ước TH 2024|KH 2025
            1|TP. Tân An|145.120|146.000|147.000
            2|H. Đức Hòa|320.900|322.100|…
            """, Question with { Indicator = Population });

        Assert.Equal(
            ["794 population-average 2023 145120 Observed", "794 population-average 2024 146000 Estimate", "794 population-average 2025 147000 Plan",
                "802 population-average 2023 320900 Observed", "802 population-average 2024 322100 Estimate"],
            Figures(answer));
        Assert.Equal("Ô E4: chưa có số liệu, không phải là 0.", Only(answer, PasteFault.Missing).Message.Vi);
        Assert.True(answer.MayBeSaved);
    }

    [Fact]
    public void A_wide_table_of_indicators_takes_its_period_from_the_page() => Assert.Equal(
        ["802 population-average 2024-Q1 322100 Observed", "802 poverty-rate 2024-Q1 1.25 Observed"],
        Figures(Read("Đơn vị|Dân số trung bình (người)|ty le ho ngheo\nĐức Hoà|322100|1,25", Question with { Period = Period.OfQuarter(2024, 1) })));

    [Fact]
    public void A_long_table_says_everything_in_its_rows() => Assert.Equal(
        ["794 poverty-rate 2024 0.8 Observed", "806 rice-yield 2024-05 6.2 Plan"],
        Figures(Read("Mã|Chỉ tiêu|Kỳ|Giá trị|Trạng thái\n794|Tỷ lệ hộ nghèo|Năm 2024|0,8%|thực hiện\n806|rice-yield|tháng 5/2024|6,2|kế hoạch", Question)));

    [Theory]
    [InlineData("TP. Tân An", "794", MatchedBy.Name)]
    [InlineData("TP.Tân An", "794", MatchedBy.Name)]
    [InlineData("Thành phố Tân An", "794", MatchedBy.Name)]
    [InlineData("thanh pho tan an", "794", MatchedBy.NameWithoutDiacritics)]
    [InlineData("TAN AN", "794", MatchedBy.NameWithoutDiacritics)]
    [InlineData("794", "794", MatchedBy.Code)]
    [InlineData("Tan An City", "794", MatchedBy.NameWithoutDiacritics)]
    [InlineData("H.Đức Hòa", "802", MatchedBy.Name)]
    [InlineData("Huyện Đức Hoà", "802", MatchedBy.Name)]
    [InlineData("Đức Hòa", "802", MatchedBy.Name)]
    [InlineData("TT. Đức Hòa", "27964-to-2025", MatchedBy.Name)]
    [InlineData("TX Kiến Tường", "795", MatchedBy.Name)]
    [InlineData("Huyện Kiến Tường", "795", MatchedBy.Name)]
    [InlineData("P. 1", "27694-to-2025", MatchedBy.Name)]
    [InlineData("27694", "27694-to-2025", MatchedBy.Code)]
    public void Areas_are_recognised_as_people_write_them(string text, string code, MatchedBy by)
    {
        var answer = Read($"Đơn vị|Năng suất lúa\n{text}|5,5");

        Assert.Equal(code, Assert.Single(answer.Figures).Area);
        Assert.Equal((text, by), (answer.Matches[0].Text, answer.Matches[0].Match.By!.Value));
    }

    [Fact]
    public void Another_kind_of_the_same_level_is_told() => Assert.Equal(
        "Ô A2: “Huyện Kiến Tường” được hiểu là Kiến Tường (795) dù khác loại đơn vị.",
        Only(Read("Đơn vị|Năng suất lúa\nHuyện Kiến Tường|5,5"), PasteFault.OtherKind).Message.Vi);

    [Theory]
    [InlineData("Đức Huệ", PasteFault.UnknownArea, "Ô A2: không có đơn vị hành chính “Đức Huệ” vào năm 2024.")]
    [InlineData("Can Đước", PasteFault.UnknownArea, "Ô A2: không có đơn vị hành chính “Can Đước” vào năm 2024; có phải Cần Đước?")]
    [InlineData("Xã Tân Thành", PasteFault.AmbiguousArea, "Ô A2: “Xã Tân Thành” có thể là nhiều đơn vị; hãy ghi mã: 28042-to-2025 (Thủ Thừa), 27811-to-2025 (Mộc Hóa).")]
    [InlineData("Xã Đức Hòa", PasteFault.FutureArea, "Ô A2: Đức Hòa chỉ có từ ngày 01/07/2025; không có số liệu năm 2024.")]
    public void What_is_not_sure_is_not_guessed(string text, PasteFault fault, string message)
    {
        var answer = Read($"Đơn vị|Năng suất lúa\n{text}|5,5");

        Assert.Equal((PasteSeverity.Error, message), (Only(answer, fault).Severity, Only(answer, fault).Message.Vi));
        Assert.Empty(answer.Figures);
        Assert.False(answer.MayBeSaved);
    }

    [Fact]
    public void An_area_that_ended_is_refused_with_its_successors()
    {
        var answer = Read("Đơn vị|Năng suất lúa\nH. Đức Hòa|5,5", Of(Yield) with { Period = Period.OfYear(2026), Today = new(2027, 1, 1) });

        Assert.Equal(
            "Ô A2: Đức Hòa không còn từ ngày 01/07/2025, nay là xã Đức Hòa, xã Hậu Nghĩa; không có số liệu năm 2026.",
            Only(answer, PasteFault.EndedArea).Message.Vi);
        Assert.Equal("27991", Assert.Single(Read("Đơn vị|Năng suất lúa\nĐức Hòa|5,5", Of(Yield) with { Period = Period.OfYear(2026), Today = new(2027, 1, 1) }).Figures).Area);
        // The same code is another area after the merger.
        Assert.Equal("27694", Assert.Single(Read("Mã|Năng suất lúa\n27694|5,5", Of(Yield) with { Period = Period.OfYear(2026), Today = new(2027, 1, 1) }).Figures).Area);
    }

    [Theory]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("1 234 567,8", 1234567.8)]
    [InlineData("12,5", 12.5)]
    [InlineData("12.5", 12.5)]
    [InlineData("0,125", 0.125)]
    [InlineData("0.125", 0.125)]
    [InlineData("−3,2", -3.2)]
    [InlineData("+3,2", 3.2)]
    [InlineData("45,3 %", 45.3)]
    [InlineData("1234", 1234)]
    public void Numbers_are_read_as_they_are_written(string text, double value) =>
        Assert.Equal((decimal)value, Assert.Single(Read($"Đơn vị|Năng suất lúa\nTân An|{text}").Figures).Value);

    [Theory]
    [InlineData("1.23.456")]
    [InlineData("1,2,3")]
    [InlineData("12 ha")]
    [InlineData("khoảng 12")]
    [InlineData("1.234,5.6")]
    [InlineData("NaN")]
    [InlineData("1e5")]
    [InlineData("12,")]
    [InlineData("٣")]
    [InlineData("99999999999999999999999999999999")]
    public void Text_in_numbers_is_named_by_its_cell(string text)
    {
        var finding = Only(Read($"Đơn vị|Năng suất lúa\nTân An|{text}"), PasteFault.NotANumber);

        Assert.Equal(("B2", PasteSeverity.Error), (finding.Cell.ToString(), finding.Severity));
        Assert.StartsWith($"Cell B2: “{text}” is not a number", finding.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.234")]
    [InlineData("1,234")]
    public void A_number_that_may_be_a_thousand_or_one_is_asked(string text)
    {
        var answer = Read($"Đơn vị|Năng suất lúa\nTân An|{text}");

        Assert.Equal(PasteSeverity.Question, Only(answer, PasteFault.AmbiguousNumber).Severity);
        Assert.StartsWith($"Ô B2: “{text}” là ", Only(answer, PasteFault.AmbiguousNumber).Message.Vi, StringComparison.Ordinal);
        Assert.False(answer.MayBeSaved);
        Assert.Equal(
            [1.234m, 1234],
            new[] { NumberStyle.Vietnamese, NumberStyle.English }
                .Select(style => Assert.Single(Read($"Đơn vị|Năng suất lúa\nTân An|{text}", Of(Yield) with { Style = style }).Figures).Value).Order());
    }

    [Fact]
    public void The_other_numbers_of_the_table_answer_it_unless_they_disagree()
    {
        var agreed = Read("Đơn vị|Năng suất lúa\nTân An|1.234\nĐức Hòa|5,25");
        var divided = Read("Đơn vị|Năng suất lúa\nTân An|1.234\nĐức Hòa|5,25\nCần Đước|6.5");

        Assert.Equal(1234, agreed.Figures[0].Value);
        Assert.Equal("1 số được đọc theo cách viết 1.234,5 của các số khác trong bảng.", Only(agreed, PasteFault.StyleInferred).Message.Vi);
        Only(divided, PasteFault.AmbiguousNumber);
    }

    [Theory]
    [InlineData("145.120")]
    [InlineData("145,120")]
    public void A_count_has_no_decimals_and_needs_no_question(string text) =>
        Assert.Equal(145120, Assert.Single(Read($"Đơn vị|Số liệu\nTân An|{text}", Of(Population)).Figures).Value);

    [Fact]
    public void A_number_of_the_spreadsheet_is_never_ambiguous() => Assert.Equal(1.234m, Assert.Single(PasteReader.Read(
        new([[new("Đơn vị"), new("Số liệu")], [new("Tân An"), new("1.234", CellKind.Number)]]), Of(Yield)).Figures).Value);

    [Theory]
    [InlineData("=SUM(B3:B9)")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("@SUM(1)")]
    [InlineData("+A1")]
    [InlineData("＝1+1")]
    public void A_formula_is_never_evaluated(string text) => Assert.Equal(
        "Ô B2: là công thức; công thức không được tính, hãy dán giá trị.",
        Only(Read($"Đơn vị|Năng suất lúa\nTân An|{text}"), PasteFault.Formula).Message.Vi);

    [Fact]
    public void A_formula_cell_of_a_file_is_refused_even_with_a_cached_value()
    {
        var answer = PasteReader.Read(new([[new("Đơn vị"), new("Số liệu")], [new("Tân An"), new("12", CellKind.Formula)]], 3, 2), Of(Yield));

        Assert.Equal("C4", Only(answer, PasteFault.Formula).Cell.ToString());
    }

    [Fact]
    public void Percentages_given_as_fractions_are_asked()
    {
        const string Table = "Đơn vị|Số liệu\nTân An|0,45\nĐức Hòa|0,62";
        var asked = Read(Table, Of(Poverty));

        Assert.Equal(2, asked.Findings.Count(finding => finding is { Fault: PasteFault.FractionSuspected, Severity: PasteSeverity.Question }));
        Assert.Equal("Ô B2: “0,45” là 0,45 % hay 45 %?", asked.Findings[0].Message.Vi);
        Assert.Equal([45m, 62], Read(Table, Of(Poverty) with { FractionsArePercent = true }).Figures.Select(figure => figure.Value));
        Assert.Equal([0.45m, 0.62m], Read(Table, Of(Poverty) with { FractionsArePercent = false }).Figures.Select(figure => figure.Value));
        Assert.Empty(Read("Đơn vị|Số liệu\nTân An|0,45%\nĐức Hòa|0,62%", Of(Poverty)).Findings);
        Assert.Empty(Read("Đơn vị|Số liệu\nTân An|0,9\nĐức Hòa|1,4\nCần Đước|2", Of(Poverty)).Findings);
        Assert.Equal("B3", Only(Read("Đơn vị|Số liệu\nTân An|45\nĐức Hòa|0,62\nCần Đước|70", Of(Poverty)), PasteFault.FractionSuspected).Cell.ToString());
    }

    [Fact]
    public void A_district_that_comes_twice_names_the_first_cell()
    {
        var answer = Read("Đơn vị|Năng suất lúa\nTân An|5,5\nTP Tân An|5,6");

        Assert.Equal("Ô B3: Tân An, năm 2024 đã có ở ô B2.", Only(answer, PasteFault.Duplicate).Message.Vi);
        Assert.False(answer.MayBeSaved);
    }

    [Fact]
    public void Code_and_name_must_agree() => Assert.Equal(
        "Ô B2: mã là của Tân An, tên là của Đức Hòa.",
        Only(Read("Mã|Đơn vị|Năng suất lúa\n794|Đức Hòa|5,5"), PasteFault.CodeAndNameDisagree).Message.Vi);

    [Theory]
    [InlineData("Đơn vị|Số liệu\nTân An|101", PasteFault.OutOfBounds, "Ô B2: 101 ngoài giới hạn của Tỷ lệ hộ nghèo: từ 0 đến 100.")]
    [InlineData("Đơn vị|Số liệu|Lạ\nTân An|5,5|abc", PasteFault.UnknownColumn, "Ô C1: không nhận ra cột “Lạ”, cột này không được đọc.")]
    [InlineData("Đơn vị|Số liệu\nTổng số|5,5\nTân An|5", PasteFault.TotalRow, "Ô A2: dòng tổng, không được đọc.")]
    [InlineData("Đơn vị|Số liệu\n|5,5", PasteFault.UnknownArea, "Ô A2: dòng có số liệu nhưng không có đơn vị hành chính.")]
    [InlineData("Đơn vị|Kỳ|Số liệu\nTân An|quý V/2024|5,5", PasteFault.UnknownPeriod, "Ô B2: “quý V/2024” không phải năm, quý hay tháng; hãy ghi 2024, quý I/2024 hoặc 5/2024.")]
    [InlineData("Đơn vị|Chỉ tiêu|Số liệu\nTân An|abc|5,5", PasteFault.UnknownIndicator, "Ô B2: không có chỉ tiêu “abc”.")]
    [InlineData("Đơn vị|2026\nTân An|5,5", PasteFault.FutureArea, null)]
    [InlineData("Đơn vị|Tháng 6/2025\nTân An|5,5", PasteFault.FuturePeriod, "Ô B2: tháng 6/2025 chưa bắt đầu; chỉ số kế hoạch mới có trước.")]
    [InlineData("abc|def\n1|2", PasteFault.NoHeader, null)]
    public void Every_trouble_is_named(string table, PasteFault fault, string? message)
    {
        var answer = Read(table, Of(Poverty));

        // The district of 2026 is over rather than to come.
        var finding = Only(answer, fault == PasteFault.FutureArea ? PasteFault.EndedArea : fault);
        if (message is not null)
            Assert.Equal(message, finding.Message.Vi);
        Assert.False(string.IsNullOrEmpty(finding.Message.En));
    }

    [Fact]
    public void A_table_without_period_or_indicator_is_asked_for_them()
    {
        Only(Read("Đơn vị|Số liệu\nTân An|5", Question with { Indicator = Poverty }), PasteFault.NoPeriod);
        Only(Read("Đơn vị|2024\nTân An|5", Question), PasteFault.NoIndicator);
    }

    [Fact]
    public void A_table_of_a_million_rows_is_refused_at_once()
    {
        var answer = Read("Đơn vị|Năng suất lúa\n" + string.Concat(Enumerable.Repeat("Tân An|5\n", 1_000_000)));

        Assert.StartsWith("Bảng quá lớn", Only(answer, PasteFault.TooLarge).Message.Vi, StringComparison.Ordinal);
        Assert.Single(answer.Findings);
        Assert.Empty(answer.Figures);
    }

    [Fact]
    public void Thousands_of_troubles_are_counted_and_still_keep_the_table_out()
    {
        var answer = Read("Đơn vị|Năng suất lúa\nTân An|5\n" + string.Concat(Enumerable.Range(0, 1000).Select(index => $"Lạ {index}|5\n")));

        Assert.Equal(501, answer.Findings.Count);
        Assert.Equal("Còn 500 lưu ý khác.", Only(answer, PasteFault.More).Message.Vi);
        Assert.False(answer.MayBeSaved);
    }

    [Fact]
    public void Quotes_of_the_clipboard_are_undone() => Assert.Equal(
        [["Huyện\nthị xã", "a\"b"], ["x", ""], ["\"y", "z"]],
        PastedTable.OfClipboard("\"Huyện\nthị xã\"\t\"a\"\"b\"\r\nx\t\r\n\"y\tz").Rows.Select(row => row.Select(cell => cell.Text).ToArray()));

    [Theory]
    [InlineData(1, 1, "A1")]
    [InlineData(5, 26, "Z5")]
    [InlineData(5, 27, "AA5")]
    [InlineData(1048576, 16384, "XFD1048576")]
    public void Cells_are_named_as_spreadsheets_do(int row, int column, string name) => Assert.Equal(name, new CellAddress(row, column).ToString());

    [Fact]
    public void A_number_written_by_us_is_read_back() => Gen.Select(Gen.Int[-99_999_999, 99_999_999], Gen.Int[0, 4], Gen.Bool).Sample((digits, scale, english) =>
    {
        var value = digits / (decimal)Math.Pow(10, scale);
        var number = PastedNumber.Read(new(IndicatorNumber.Text(value, english, 4)));
        return number.Fault == NumberFault.None && number.In(english ? NumberStyle.English : NumberStyle.Vietnamese) == value;
    });

    [Fact]
    public void Any_text_at_all_gets_an_answer() => Gen.String.Sample(text =>
    {
        var answer = Read("Đơn vị|Năng suất lúa|" + text + "\nTân An|" + text + "\n" + text + "|5");
        Assert.All(answer.Findings, finding => Assert.False(string.IsNullOrWhiteSpace(finding.Message.Vi) || string.IsNullOrWhiteSpace(finding.Message.En)));
    });

    static PasteAnswer Merged(string text, params (int Row, int Column, int LastRow, int LastColumn)[] merged) => PasteReader.Read(
        PastedTable.OfClipboard(text.Replace('|', '\t')) with
        {
            Merged = [.. merged.Select(one => new MergedCells(new(one.Row, one.Column), new(one.LastRow, one.LastColumn)))],
        },
        Question with { Indicator = Population });

    [Fact]
    public void Headings_of_two_rows_are_read_where_merged_cells_join_them() => Assert.Equal(
        ["794 population-average 2023 10 Plan", "794 population-average 2023 11 Observed", "794 population-average 2024 12 Plan", "794 population-average 2024 13 Estimate"],
        Figures(Merged("Đơn vị|2023||2024|\n|KH|TH|KH|Ước\nTân An|10|11|12|13", (1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5))));

    [Fact]
    public void Groups_above_the_row_of_names_are_read_too() => Assert.Equal(
        ["794 population-average 2023 10 Plan", "794 population-average 2023 11 Observed"],
        Figures(Merged("BÁO CÁO||\n|2023|\nĐơn vị|KH|TH\nTân An|10|11", (1, 1, 1, 3), (2, 2, 2, 3))));

    [Fact]
    public void Headings_of_two_rows_without_merged_cells_are_not_guessed() =>
        Assert.False(Merged("Đơn vị|2023|2024\n|KH|TH\nTân An|10|11").MayBeSaved);

    [Fact]
    public void Merged_cells_among_figures_are_refused_by_their_place()
    {
        var answer = Merged("Đơn vị|2023|2024\nTân An|10|\nĐức Hòa|11|12", (2, 2, 2, 3));

        Assert.StartsWith("Ô B2: B2:C2 là ô gộp", Only(answer, PasteFault.MergedCells).Message.Vi, StringComparison.Ordinal);
        Assert.False(answer.MayBeSaved);
    }

    [Fact]
    public void A_remark_that_runs_along_a_row_is_no_trouble() =>
        Assert.True(Merged("Đơn vị|2023|2024\nTân An|10|11\nGhi chú: số sơ bộ||", (3, 1, 3, 3)).MayBeSaved);

    [Fact]
    public void A_percentage_of_the_spreadsheet_is_a_hundredfold()
    {
        var table = new PastedTable([[new("Mã"), new("2024")], [new("802"), new("0.0125", CellKind.Percent)]]);

        Assert.Equal(["802 poverty-rate 2024 1.2500 Observed"], Figures(PasteReader.Read(table, Question with { Indicator = Poverty })));
    }

    [Theory]
    [InlineData("có", 1)]
    [InlineData("Không", 0)]
    [InlineData("1", 1)]
    public void Yes_and_no_are_read_where_they_are_meant(string typed, int value)
    {
        var universal = new KnownIndicator("preschool-universal", "Phổ cập mầm non", Decimals: 0) { IsYesNo = true, Least = 0, Most = 1 };

        Assert.Equal(value, Assert.Single(Read($"Mã|2024\n802|{typed}", Question with { Indicator = universal }).Figures).Value);
    }

    [Fact]
    public void The_status_that_the_page_chose_holds_where_the_table_says_none()
    {
        var figures = Read("Mã|2024|TH 2023\n802|10|11", Question with { Indicator = Population, Status = FigureStatus.Estimate }).Figures;

        Assert.Equal([(FigureStatus.Estimate, false), (FigureStatus.Observed, true)], figures.Select(figure => (figure.Status, figure.StatesStatus)));
    }
}

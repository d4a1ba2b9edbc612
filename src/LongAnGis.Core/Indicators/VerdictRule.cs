using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>The numbers by which targets are judged; a province may set its own. <see cref="Words"/> shows them to readers.</summary>
public sealed record VerdictRule
{
    public static VerdictRule Default { get; } = new();

    /// <summary>Of the target, from which it is exceeded.</summary>
    public decimal ExceededPercent { get; init; } = 105;

    /// <summary>Of the path, below which a target is missed rather than at risk.</summary>
    public decimal AtRiskPercent { get; init; } = 90;

    /// <summary>Half the width of “about”, in % of the target.</summary>
    public decimal BandPercent { get; init; } = 5;

    /// <summary>Half the width of a structure's share, in percentage points.</summary>
    public decimal SharePoints { get; init; } = 0.5m;

    /// <summary>Half the width of “at”, in % of the target: for rounding, not for missing it.</summary>
    public decimal MaintainPercent { get; init; } = 0.5m;

    /// <summary>The whole rule, one sentence for each verdict, for the page that shows verdicts.</summary>
    public IReadOnlyList<Bilingual> Words
    {
        get
        {
            string N(decimal number, bool english) => IndicatorNumber.Text(number, english);
            return
            [
                new("Trước năm đích, số liệu được so với đường thẳng từ số gốc đến mục tiêu; từ năm đích trở đi, với chính mục tiêu.",
                    "Before its year a target is judged by the straight line from the baseline to it; from that year on by the target itself."),
                new($"Vượt: đã thỏa mục tiêu và từ {N(ExceededPercent, false)} % mục tiêu trở lên. Đạt: đã thỏa mục tiêu đúng như văn bản nêu (“trên” là lớn hơn hẳn).",
                    $"Exceeded: the target is fulfilled by {N(ExceededPercent, true)} % or more. Met: it is fulfilled exactly as stated (“above” is strictly more)."),
                new($"Đúng tiến độ: trước năm đích, từ 100 % của đường trở lên. Có nguy cơ: từ {N(AtRiskPercent, false)} % đến dưới 100 %.",
                    $"On track: before its year, 100 % of the line or more. At risk: {N(AtRiskPercent, true)} % to below 100 %."),
                new($"Không đạt: dưới {N(AtRiskPercent, false)} % của đường, hoặc năm đích đã hết mà chưa thỏa mục tiêu.",
                    $"Missed: below {N(AtRiskPercent, true)} % of the line, or the year is over and the target is not fulfilled."),
                new($"“Khoảng” là trong ±{N(BandPercent, false)} %, cơ cấu trong ±{N(SharePoints, false)} điểm phần trăm về cả hai phía, “ở mức” trong ±{N(MaintainPercent, false)} %; lệch ngoài khoảng không quá một lần bề rộng đó là có nguy cơ.",
                    $"“About” is within ±{N(BandPercent, true)} %, a structure's share within ±{N(SharePoints, true)} points on both sides, “at” within ±{N(MaintainPercent, true)} %; outside by no more than that width is at risk."),
                new("Chỉ tiêu càng thấp càng tốt thì tính ngược. Chỉ tiêu bình quân thời kỳ so bình quân nhân từ năm đầu với mục tiêu. Chỉ tiêu có/không chỉ xét lúc hoàn thành hoặc hết năm đích.",
                    "Where lower is better the ratio is inverted. A period average compares the geometric mean since the first year with the target. A yes/no target is judged when it is done or its year is over."),
                new("Chưa đánh giá: chưa có số liệu của kỳ đã kết thúc, hoặc chưa có số gốc để vẽ đường.",
                    "Not yet assessed: no figure for a period that is over, or no baseline to draw the line from."),
            ];
        }
    }
}

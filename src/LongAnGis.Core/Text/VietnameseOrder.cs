using System.Globalization;

namespace LongAnGis.Core.Text;

/// <summary>
/// The order of a Vietnamese list: a ă â … d đ …, tones after letters, capitals ignored, numbers by their value
/// (ĐT 830 before ĐT 1023). Texts that differ in capitals only keep a fixed order.
/// </summary>
public sealed class VietnameseOrder : IComparer<string>
{
    const CompareOptions Options = CompareOptions.IgnoreCase | CompareOptions.NumericOrdering;
    static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    public static VietnameseOrder Instance { get; } = new();

    public int Compare(string? x, string? y) =>
        Vietnamese.Compare(x, y, Options) is var order and not 0 ? order : string.CompareOrdinal(x, y);
}

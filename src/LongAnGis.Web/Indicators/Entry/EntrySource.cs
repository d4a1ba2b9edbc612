using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform.Forms;

namespace LongAnGis.Web.Indicators.Entry;

/// <summary>Where entered figures come from and why they are recorded; every one of them will cite it.</summary>
public sealed record EntrySource(string? Url, string? Instrument, string Reason)
{
    public const int LongestReason = 500, LongestUrl = 1_000;

    /// <summary>Reads the fields; what is wrong with them is said beside each.</summary>
    public static EntrySource Read(SentForm form, IReadOnlyList<EntryInstrument> instruments)
    {
        var url = form.Line("source_url", LongestUrl);
        var instrument = form.Line("instrument", 100);
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Contains('.', StringComparison.Ordinal)))
            form.Refuse("source_url", "Địa chỉ nguồn phải bắt đầu bằng https:// hoặc http://.", "The address of the source must begin with https:// or http://.");
        if (instrument is not null && instruments.All(one => one.Code != instrument))
            form.Refuse("instrument", "Chọn văn bản trong danh sách.", "Choose an instrument from the list.");
        if (url is null && instrument is null)
            form.Refuse("source_url", "Nêu nguồn: địa chỉ trang web hoặc văn bản.", "State the source: the address of a page, or an instrument.");
        var reason = form.Needed(form.Lines("reason", LongestReason), "reason", "Ghi lý do: báo cáo nào, vì sao sửa.", "Say why: which report, or why it is corrected.");
        return new(url, instrument, reason);
    }
}

public sealed record EntryInstrument(string Code, string Number, Bilingual Title);

/// <summary>Instruments that a figure may cite.</summary>
public sealed class EntryInstruments(PublicDatabase database)
{
    public async Task<IReadOnlyList<EntryInstrument>> All(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "SELECT code, coalesce(number, code), title_vi, title_en FROM pub.instrument ORDER BY issued_on DESC NULLS LAST, number");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var instruments = new List<EntryInstrument>();
        while (await row.ReadAsync(cancellation))
        {
            instruments.Add(new(row.GetString(0), row.GetString(1), row.GetBilingual(2)));
        }

        return instruments;
    }
}

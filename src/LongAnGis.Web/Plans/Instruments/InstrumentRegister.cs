using System.Data.Common;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using NpgsqlTypes;

namespace LongAnGis.Web.Plans.Instruments;

/// <summary>A decision, resolution, law or data set that things rest on (căn cứ pháp lý).</summary>
public sealed record Instrument(
    string Code,
    string Number,
    Bilingual Title,
    string Kind,
    Bilingual? Issuer,
    DateOnly? IssuedOn,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    string? Url,
    string? Note)
{
    public string Path => "/instruments/" + Code;
}

/// <summary>What rests on an instrument: features of a layer, or whole layers.</summary>
public sealed record Resting(string Layer, Bilingual Name, bool IsLegalBasisOfLayer, long Features);

/// <summary>The public instruments.</summary>
public sealed class InstrumentRegister(PublicDatabase database)
{
    const string Columns = """
        SELECT code, number, title_vi, title_en, kind, issuer_vi, issuer_en, issued_on, in_force, url, note
        FROM pub.instrument
        """;

    static readonly string RestingQuery = Sql.Beside<InstrumentRegister>("RestingOnInstrument");

    public async Task<IReadOnlyList<Instrument>> All(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Columns + " ORDER BY issued_on DESC NULLS LAST, number");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var instruments = new List<Instrument>();
        while (await row.ReadAsync(cancellation))
            instruments.Add(Read(row));
        return instruments;
    }

    /// <summary>The number of each instrument by its code: 686/QĐ-TTg for qd-686-2023.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Numbers(CancellationToken cancellation) =>
        (await All(cancellation)).ToDictionary(one => one.Code, one => one.Number);

    public async Task<Instrument?> Find(string code, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Columns + " WHERE code = $1");
        command.Parameters.Add(new() { Value = code });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? Read(row) : null;
    }

    public async Task<IReadOnlyList<Resting>> Resting(string code, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(RestingQuery);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("instrument", code));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var resting = new List<Resting>();
        while (await row.ReadAsync(cancellation))
            resting.Add(new(row.GetString(0), row.GetBilingual(1), row.GetBoolean(3), row.GetInt64(4)));
        return resting;
    }

    static Instrument Read(DbDataReader row)
    {
        var inForce = row.Find<NpgsqlRange<DateOnly>>(8);
        return new(
            row.GetString(0), row.GetString(1), row.GetBilingual(2), row.GetString(4), row.FindBilingual(5), row.Find<DateOnly>(7),
            inForce?.FirstDay(), inForce?.DayAfter(), row.FindString(9), row.FindString(10));
    }
}

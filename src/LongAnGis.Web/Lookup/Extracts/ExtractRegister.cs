using System.Data.Common;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Lookup.Extracts;

/// <summary>An extract that was given out.</summary>
/// <param name="Moment">What it answers from.</param>
/// <param name="Seal">Its content and signature.</param>
public sealed record ParcelExtract(ExtractNumber Number, Guid Lookup, PointInTime Moment, DateTimeOffset IssuedAt, string Seal)
{
    public string Path => $"/verify/{Number}";

    /// <summary>What it says, from its seal.</summary>
    /// <exception cref="InvalidDataException">The seal is broken: what was kept is not what was given out.</exception>
    public async Task<byte[]> Content(Seal seal, CancellationToken cancellation) =>
        await seal.Open(Seal, cancellation) ?? throw new InvalidDataException($"The seal of the extract {Number} is broken.");
}

/// <summary>Gives out extracts, one for each parcel and moment, and finds them again by their numbers.</summary>
public sealed class ExtractRegister(PlanDatabase database, Seal seal, TimeProvider clock)
{
    static readonly string Keeping = Sql.Beside<ExtractRegister>("KeepExtract");
    static readonly string OfMoment = Sql.Beside<ExtractRegister>("ExtractOfMoment");
    static readonly string ByNumber = Sql.Beside<ExtractRegister>("ExtractByNumber");

    /// <summary>The extract of what is told. Who asks again, or at the same time, gets the same one.</summary>
    public async Task<ParcelExtract> Issue(ParcelReport report, CancellationToken cancellation)
    {
        if (await Given(report, cancellation) is { } known)
            return known;

        var (number, at) = (ExtractNumber.New(), clock.GetUtcNow());
        var closed = await seal.Close(ExtractContent.Of(report, number, at).Write(), cancellation);
        await using var command = database.CreateCommand(Keeping);
        command.Parameters.AddMoment(report.Now.Moment);
        command.Parameters.Add(new("lookup", report.Lookup.Id));
        command.Parameters.Add(new("number", number.Value));
        command.Parameters.Add(new("at", at));
        command.Parameters.Add(new("seal", closed));
        return await One(command, cancellation)
            ?? await Given(report, cancellation)
            ?? throw new InvalidOperationException("The extract that somebody else has given out is not there.");
    }

    public async Task<ParcelExtract?> Find(ExtractNumber number, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ByNumber);
        command.Parameters.Add(new("number", number.Value));
        return await One(command, cancellation);
    }

    async Task<ParcelExtract?> Given(ParcelReport report, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(OfMoment);
        command.Parameters.AddMoment(report.Now.Moment);
        command.Parameters.Add(new("lookup", report.Lookup.Id));
        return await One(command, cancellation);
    }

    static async Task<ParcelExtract?> One(DbCommand command, CancellationToken cancellation)
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(
                ExtractNumber.Parse(row.GetString(0))!.Value, row.GetGuid(1),
                new(row.GetString(2), row.GetFieldValue<DateOnly>(4), row.GetInt32(3), AskedTime.Now),
                row.GetFieldValue<DateTimeOffset>(5), row.GetString(6))
            : null;
    }
}

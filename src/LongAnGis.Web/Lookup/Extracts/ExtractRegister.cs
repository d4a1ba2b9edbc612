using System.Data.Common;
using System.Security.Cryptography;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Lookup.Lines;
using LongAnGis.Web.Lookup.Points;
using LongAnGis.Web.Plans;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Lookup.Extracts;

/// <summary>What an extract is of: one of the three lookups.</summary>
public readonly record struct ExtractPlace(Guid? Parcel = null, Guid? Line = null, Guid? Point = null);

/// <summary>An extract that was given out.</summary>
/// <param name="Moment">What it answers from.</param>
/// <param name="Seal">Its content and signature.</param>
public sealed record SealedExtract(ExtractNumber Number, ExtractPlace Place, PointInTime Moment, DateTimeOffset IssuedAt, string Seal)
{
    public string Path => $"/verify/{Number}";

    /// <summary>What it says, from its seal.</summary>
    /// <exception cref="InvalidDataException">The seal is broken: what was kept is not what was given out.</exception>
    public async Task<byte[]> Content(Seal seal, CancellationToken cancellation) =>
        await seal.Open(Seal, cancellation) ?? throw new InvalidDataException($"The seal of the extract {Number} is broken.");
}

/// <summary>Gives out extracts, one for each place and what is told of it, and finds them again by their numbers.</summary>
public sealed class ExtractRegister(PlanDatabase database, Seal seal, TimeProvider clock)
{
    static readonly string Keeping = Sql.Beside<ExtractRegister>("KeepExtract");
    static readonly string OfContent = Sql.Beside<ExtractRegister>("ExtractOfContent");
    static readonly string ByNumber = Sql.Beside<ExtractRegister>("ExtractByNumber");

    /// <summary>The extract of what is told of a parcel. Who asks again, or at the same time, and is told the same gets the same one.</summary>
    public Task<SealedExtract> Issue(ParcelReport report, CancellationToken cancellation) => Issue(
        new(Parcel: report.Lookup.Id), report.Now.Moment, (number, at) => ExtractContent.Of(report, number, at).Write(), cancellation);

    /// <summary>The same of a line.</summary>
    public Task<SealedExtract> Issue(LineReport report, CancellationToken cancellation) => Issue(
        new(Line: report.Lookup.Id), report.Now.Moment, (number, at) => LineExtractContent.Of(report, number, at).Write(), cancellation);

    /// <summary>The same of a point.</summary>
    public Task<SealedExtract> Issue(PointReport report, CancellationToken cancellation) => Issue(
        new(Point: report.Lookup.Id), report.Now.Moment, (number, at) => PointExtractContent.Of(report, number, at).Write(), cancellation);

    public async Task<SealedExtract?> Find(ExtractNumber number, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ByNumber);
        command.Parameters.Add(new("number", number.Value));
        return await One(command, cancellation);
    }

    async Task<SealedExtract> Issue(
        ExtractPlace place, PointInTime moment, Func<ExtractNumber, DateTimeOffset, byte[]> content, CancellationToken cancellation)
    {
        var digest = Digest(content);
        if (await Given(place, digest, cancellation) is { } known)
            return known;

        var (number, at) = (ExtractNumber.New(), clock.GetUtcNow());
        var closed = await seal.Close(content(number, at), cancellation);
        await using var command = Asking(Keeping, place, digest);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("number", number.Value));
        command.Parameters.Add(new("at", at));
        command.Parameters.Add(new("seal", closed));
        return await One(command, cancellation)
            ?? await Given(place, digest, cancellation)
            ?? throw new InvalidOperationException("The extract that somebody else has given out is not there.");
    }

    // Whatever the number and the time will be: what is told is what tells two extracts apart.
    static string Digest(Func<ExtractNumber, DateTimeOffset, byte[]> content) =>
        Convert.ToHexStringLower(SHA256.HashData(content(ExtractNumber.None, DateTimeOffset.UnixEpoch)));

    async Task<SealedExtract?> Given(ExtractPlace place, string digest, CancellationToken cancellation)
    {
        await using var command = Asking(OfContent, place, digest);
        return await One(command, cancellation);
    }

    NpgsqlCommand Asking(string query, ExtractPlace place, string digest)
    {
        var command = database.CreateCommand(query);
        foreach (var (name, id) in new[] { ("parcel", place.Parcel), ("line", place.Line), ("point", place.Point) })
            command.Parameters.Add(new(name, NpgsqlDbType.Uuid) { Value = (object?)id ?? DBNull.Value });
        command.Parameters.Add(new("digest", digest));
        return command;
    }

    static async Task<SealedExtract?> One(DbCommand command, CancellationToken cancellation)
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(
                ExtractNumber.Parse(row.GetString(0))!.Value, new(row.Find<Guid>(1), row.Find<Guid>(2), row.Find<Guid>(3)),
                new(row.GetString(4), row.GetFieldValue<DateOnly>(6), row.GetInt32(5), AskedTime.Now),
                row.GetFieldValue<DateTimeOffset>(7), row.GetString(8))
            : null;
    }
}

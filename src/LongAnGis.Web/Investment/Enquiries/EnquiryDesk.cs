using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LongAnGis.Core.Accounts;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Investment.Enquiries;

/// <summary>An agency as the page of a site names it.</summary>
public sealed record AskedAgency(string Code, Bilingual Name);

/// <summary>What was typed into the form on a site's page.</summary>
public sealed record WrittenEnquiry(string Sender, string? Organisation, string Contact, string Message, bool IsSuspect);

/// <summary>Keeps what investors ask, and shows it to officers of the agency that it was sent to and to nobody else.</summary>
public sealed class EnquiryDesk(PlanDatabase plan, PublicDatabase published, TimeProvider clock)
{
    static readonly string AgencyQuery = Sql.Beside<EnquiryDesk>("WorkingAgency");
    static readonly string Keeping = Sql.Beside<EnquiryDesk>("KeepEnquiry");
    static readonly string ListQuery = Sql.Beside<EnquiryDesk>("EnquiryList");
    static readonly string StepsQuery = Sql.Beside<EnquiryDesk>("EnquirySteps");
    static readonly string WaitingQuery = Sql.Beside<EnquiryDesk>("EnquiriesWaiting");

    public static readonly Refusal NotFound = Refusal.NotFound("Không có thư hỏi này.", "There is no such enquiry.");

    /// <summary>The agency that answers for a site today; null when the register does not hold it.</summary>
    public async Task<AskedAgency?> Responsible(SiteSheet sheet, CancellationToken cancellation)
    {
        var body = sheet.Placed.Feature.Attributes.TryGetProperty("responsible_body", out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        await using var command = published.CreateCommand(AgencyQuery);
        command.Parameters.AddWithValue("agency", SiteAgency.Of(sheet.Layer.Code, body));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetString(0), row.GetBilingual(1)) : null;
    }

    /// <summary>Keeps an enquiry inside the caller's transaction; null when the very same was kept before.</summary>
    public async Task<Guid?> Keep(
        NpgsqlConnection connection, SiteSheet sheet, AskedAgency agency, WrittenEnquiry written, Language language, CancellationToken cancellation)
    {
        var feature = sheet.Placed.Feature;
        await using var command = new NpgsqlCommand(Keeping, connection);
        command.Parameters.AddWithValue("layer", sheet.Layer.Code);
        command.Parameters.AddWithValue("feature", feature.Id);
        command.Parameters.AddWithValue("site", feature.Name.Vi);
        command.Parameters.AddWithValue("agency", agency.Code);
        command.Parameters.AddWithValue("language", language.Code);
        command.Parameters.AddWithValue("sender", written.Sender);
        command.Parameters.AddWithValue("organisation", NpgsqlDbType.Text, (object?)written.Organisation ?? DBNull.Value);
        command.Parameters.AddWithValue("contact", written.Contact);
        command.Parameters.AddWithValue("message", written.Message);
        command.Parameters.AddWithValue("suspect", written.IsSuspect);
        command.Parameters.AddWithValue("digest", Digest(new SiteKey(sheet.Layer.Code, feature.Id), written));
        command.Parameters.AddWithValue("at", clock.GetUtcNow());
        return (Guid?)await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>The newest enquiries that a person may read: those to their agency. None for who reports for no agency.</summary>
    public Task<IReadOnlyList<Enquiry>> For(Person person, CancellationToken cancellation) => Ask(null, person, cancellation);

    /// <summary>Null when there is none, or none that this person may read: the two are the same to them.</summary>
    public async Task<Enquiry?> Find(Guid id, Person person, CancellationToken cancellation) =>
        await Ask(id, person, cancellation) is [var found] ? found : null;

    public async Task<IReadOnlyList<EnquiryStep>> Steps(Guid enquiry, CancellationToken cancellation)
    {
        await using var command = plan.CreateCommand(StepsQuery);
        command.Parameters.AddWithValue("enquiry", enquiry);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var steps = new List<EnquiryStep>();
        while (await row.ReadAsync(cancellation))
        {
            steps.Add(new(EnquiryStates.Of(row.GetString(0)), row.FindString(1), row.GetDateTime(2), row.GetString(3)));
        }

        return steps;
    }

    /// <summary>How many wait for anybody of a person's agency to open them.</summary>
    public async Task<long> Waiting(Person person, CancellationToken cancellation)
    {
        if (Agency(person) is not { } agency)
            return 0;

        await using var command = plan.CreateCommand(WaitingQuery);
        command.Parameters.AddWithValue("agency", agency);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    async Task<IReadOnlyList<Enquiry>> Ask(Guid? id, Person person, CancellationToken cancellation)
    {
        if (Agency(person) is not { } agency)
            return [];

        await using var command = plan.CreateCommand(ListQuery);
        command.Parameters.AddWithValue("agency", agency);
        command.Parameters.AddWithValue("id", NpgsqlDbType.Uuid, (object?)id ?? DBNull.Value);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var enquiries = new List<Enquiry>();
        while (await row.ReadAsync(cancellation))
        {
            enquiries.Add(new(
                row.GetGuid(0), new(row.GetString(1), row.GetInt64(2)), row.GetString(3), row.GetString(4), row.GetString(5), row.FindString(6),
                row.GetString(7), row.GetString(8), row.GetBoolean(9), row.GetDateTime(10), EnquiryStates.Of(row.FindString(11))));
        }

        return enquiries;
    }

    // The agency of an account without the right counts for nothing.
    static string? Agency(Person person) => person.May(Permission.AnswerEnquiries) ? person.Agency : null;

    static byte[] Digest(SiteKey site, WrittenEnquiry written) => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001f', site, written.Sender, written.Organisation, written.Contact, written.Message)));
}

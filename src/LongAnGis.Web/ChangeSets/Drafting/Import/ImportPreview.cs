using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets.Checks;
using LongAnGis.Web.Plans.Downloads;
using LongAnGis.Web.Platform;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// What would come of an import: it is saved and judged by the rules inside a transaction that is then given up. Answers what is
/// created, changed, deleted and refused, each with its place for the map, and what the rules find.
/// </summary>
sealed class ImportPreview(DraftWriter writer, ChangeSetChecks checks)
{
    /// <summary>More is no list to read; the counts say how many there are.</summary>
    const int MostTold = 1_000;

    /// <summary>As JSON; the caller rolls its transaction back.</summary>
    public async Task<(Refusal? Refusal, byte[] Told)> Of(
        NpgsqlConnection connection,
        Guid changeSet,
        Person person,
        ImportedFile file,
        ImportFields fields,
        IReadOnlyList<ReadRow> read,
        Language language,
        CancellationToken cancellation)
    {
        var refused = read.Where(row => row.Faults.Count > 0).ToDictionary(row => row.Row, row => row.Faults);
        CheckOutcome? outcome = null;
        // A save that is refused has written nothing: the second time without what it named.
        for (var attempt = 0; outcome is null && attempt < 2; attempt++)
        {
            var edits = read.Where(row => row.Edit is not null && !refused.ContainsKey(row.Row)).Select(row => row.Edit!).ToList();
            if (edits.Count == 0)
            {
                break;
            }

            var saving = await writer.Save(connection, changeSet, person, new(null, edits), language, cancellation, "import");
            if (saving.Saved is null && saving.Faults.Count == 0)
            {
                return (saving.Refusal, []);
            }

            foreach (var fault in saving.Faults.GroupBy(fault => fault.Edit))
            {
                refused[read[fault.Key].Row] = [.. fault];
            }

            outcome = saving.Saved is null ? null : await checks.Check(connection, changeSet, withConsequences: false, cancellation);
        }

        var english = language.IsEnglish;
        return (
            null,
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    reference = file.Reference,
                    likelyReference = LikelyReference.Named(file)?.In(english),
                    creates = Count(read, refused, "create"),
                    updates = Count(read, refused, "update"),
                    deletes = Count(read, refused, "delete"),
                    same = read.Count(row => row.Action == "same"),
                    refused = refused.Count,
                    fields = fields.Names,
                    ignoredFields = fields.Ignored,
                    suggestions = fields.Suggestions.Select(pair => new { field = pair.Field, attribute = pair.Target }),
                    features = read.Where(row => row.Action != "same").Take(MostTold).Select(row => new
                    {
                        row = row.Row,
                        action = refused.ContainsKey(row.Row) ? "refused" : row.Action,
                        code = row.Edit?.Code,
                        nameVi = row.Edit?.NameVi,
                        changed = row.Changed,
                        errors = refused.GetValueOrDefault(row.Row)?.Select(fault => new { field = fault.Field, rule = fault.Rule?.ToString(), message = fault.Message.In(english) }),
                        geometry = row.Edit?.Geometry is { } geometry ? JsonNode.Parse(GeoJsonFile.Geometry(geometry)) : null,
                    }),
                    findings = outcome?.Findings.Take(MostTold).Select(finding => new
                    {
                        rule = finding.Rule.ToString(),
                        severity = finding.Severity == Core.Rules.Severity.Error ? "error" : "warning",
                        message = finding.Message.In(english),
                        code = finding.Feature?.Code,
                    }) ?? [],
                },
                DraftFile.Json));
    }

    static int Count(IReadOnlyList<ReadRow> read, Dictionary<int, IReadOnlyList<EditFault>> refused, string action) =>
        read.Count(row => row.Action == action && !refused.ContainsKey(row.Row));
}

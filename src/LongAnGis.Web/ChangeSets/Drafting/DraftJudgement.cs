using LongAnGis.Core.Rules;
using LongAnGis.Web.Plans.Publishing;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>A change that may be written.</summary>
/// <param name="Line">Its place, with the version it will have.</param>
/// <param name="Attributes">JSON as it will be stored.</param>
/// <param name="Sources">JSON, carried over from the base; the editor does not touch them.</param>
sealed record JudgedPut(PutEdit Edit, DraftLine Line, DateOnly? InForceFrom, string Attributes, string? Sources);

/// <summary>
/// Judges the edits of a save against what the set and the plan hold at this moment. It sorts them into what may be
/// written, what is stale (somebody saved in between) and what is wrong with the rest.
/// </summary>
sealed class DraftJudgement(
    Guid changeSet,
    DraftLedger ledger,
    IReadOnlyDictionary<int, DraftBase> bases,
    IReadOnlySet<(string Layer, string Code)> taken,
    IReadOnlySet<string> instruments)
{
    /// <summary>One change set of the whole plan has a few thousand changes; a coverage import may have twenty.</summary>
    public const int MostChanges = 25_000;

    readonly EditFaults faults = new();
    readonly List<int> withoutExpectation = [];
    readonly SortedSet<int> stale = [];

    public IReadOnlyList<EditFault> Faults => faults.All;

    /// <summary>Edits of a change that exists, which do not say on which version of it they were made.</summary>
    public IReadOnlyList<int> WithoutExpectation => withoutExpectation;

    /// <summary>Positions that are no longer what their edit was made on.</summary>
    public IReadOnlySet<int> Stale => stale;

    public List<JudgedPut> Puts { get; } = [];

    public List<DraftLine> Drops { get; } = [];

    public void Judge(IReadOnlyList<DraftEdit> edits)
    {
        var positions = new HashSet<int>();
        foreach (var edit in edits)
        {
            if (edit.Position is { } position && !positions.Add(position))
            {
                faults.Add(
                    edit.Index, "position", $"Thay đổi {position} có mặt hai lần trong một lần lưu.", $"Change {position} stands twice in one save.");
                continue;
            }

            if (edit.Position is { } existing && !Stands(edit, existing))
            {
                continue;
            }

            if (edit is PutEdit put)
            {
                Judge(put);
            }
            else if (ledger.At(edit.Position!.Value) is { } gone)
            {
                ledger.Drop(gone.Position);
                Drops.Add(gone with { Version = gone.Version + 1 });
            }
        }

        if (ledger.Count > MostChanges)
        {
            faults.Add(
                edits[^1].Index, "edits",
                $"Một hồ sơ có nhiều nhất {MostChanges} thay đổi; xin chia thành nhiều hồ sơ.",
                $"A change set has at most {MostChanges} changes; please divide it.");
        }
    }

    // True when the change is there, and is what the edit was made on.
    bool Stands(DraftEdit edit, int position)
    {
        if (ledger.At(position) is not { } line)
        {
            if (position <= ledger.LastPosition)
            {
                // It was there and somebody dropped it.
                stale.Add(position);
            }
            else
            {
                faults.Add(
                    edit.Index, "position", $"Hồ sơ này không có thay đổi {position}.", $"This change set has no change {position}.");
            }

            return false;
        }

        if (edit.Expects is null)
        {
            withoutExpectation.Add(edit.Index);
            return false;
        }

        if (edit.Expects != line.Version)
        {
            stale.Add(position);
            return false;
        }

        return true;
    }

    void Judge(PutEdit edit)
    {
        var line = edit.Position is { } position ? ledger.At(position) : null;
        if (edit.Layer.IsPlanScoped && ledger.Plan is null)
        {
            faults.Add(
                edit.Index, "layer",
                $"Lớp “{edit.Layer.Name.Vi}” thuộc một quy hoạch, còn hồ sơ này không sửa quy hoạch nào.",
                $"The layer “{edit.Layer.Name.In(english: true)}” belongs to a plan, and this change set amends none.");
            return;
        }

        if (edit.Instrument is { } instrument && !instruments.Contains(instrument))
        {
            faults.Add(edit.Index, "instrument", $"Không có văn bản “{instrument}”.", $"There is no instrument “{instrument}”.");
        }

        var from = edit.InForceFrom ?? ledger.InForceFrom;
        if (edit.InForceUntil is { } until && from >= until)
        {
            faults.Add(
                edit.Index, "inForceUntil", "Ngày hết hiệu lực phải sau ngày bắt đầu của hồ sơ.",
                "The day it ends must come after the day the change set begins.", Rule.R14);
        }

        var code = edit.Operation == ChangeOperation.Create ? CodeOfCreate(edit, line) : CodeOfBased(edit, line);
        if (code is null)
        {
            return;
        }

        var basis = bases.GetValueOrDefault(edit.Index);
        var attributes = edit.Operation == ChangeOperation.Delete ? "{}" : AttributeReading.Read(edit, basis?.Attributes, faults);
        var place = line?.Position ?? ledger.TakePosition();
        var put = new DraftLine(
            place, Name(edit.Operation), edit.Layer.Code, code.Length > 0 ? code : NewCode(place), edit.FeatureId, (line?.Version ?? 0) + 1);
        ledger.Put(put);
        Puts.Add(new(edit, put, from, attributes, basis?.Sources));
    }

    // Unique among all sets, and still short enough to be read out.
    string NewCode(int position) => $"{changeSet.ToString("N")[..8]}-{position}";

    // Empty for one that the server may choose, null for one that is refused.
    string? CodeOfCreate(PutEdit edit, DraftLine? line)
    {
        if (line is not null && line.Operation != "create")
        {
            faults.Add(
                edit.Index, "op", $"Thay đổi {line.Position} sửa một đối tượng đã có, không thể thành tạo mới.",
                $"Change {line.Position} is about a feature that exists; it cannot become a new one.");
            return null;
        }

        if (edit.Code is not { } code)
        {
            return line?.Code ?? "";
        }

        var inSet = ledger.OfCode(edit.Layer.Code, code);
        if (!taken.Contains((edit.Layer.Code, code)) && (inSet is null || inSet.Position == line?.Position))
        {
            return code;
        }

        faults.Add(
            edit.Index, "code", $"Mã “{code}” đã có trong lớp “{edit.Layer.Name.Vi}”; xin chọn mã khác.",
            $"The code “{code}” is taken in the layer “{edit.Layer.Name.In(english: true)}”; please choose another.", Rule.R11);
        return null;
    }

    string? CodeOfBased(PutEdit edit, DraftLine? line)
    {
        // The same words whether the id is nobody's, of another layer or of another plan: ids cannot be tried out.
        if (!bases.TryGetValue(edit.Index, out var basis)
            || basis.Layer != edit.Layer.Code
            || (basis.Plan is not null && basis.Plan != ledger.Plan)
            || edit.BaseVersion > basis.Version)
        {
            faults.Add(
                edit.Index, "feature",
                $"Lớp “{edit.Layer.Name.Vi}” không có đối tượng với mã số và phiên bản này.",
                $"The layer “{edit.Layer.Name.In(english: true)}” has no feature with this id and version.");
            return null;
        }

        if (line is not null && (line.FeatureId != edit.FeatureId || line.Operation == "create"))
        {
            faults.Add(
                edit.Index, "feature", $"Thay đổi {line.Position} là của một đối tượng khác.", $"Change {line.Position} is about another feature.");
            return null;
        }

        if (edit.Code is { } code && code != basis.Code)
        {
            faults.Add(
                edit.Index, "code", $"Mã của đối tượng đã công bố không đổi được: “{basis.Code}”.",
                $"The code of a published feature cannot change: it is “{basis.Code}”.", Rule.R11);
            return null;
        }

        if (line is null && ledger.OfFeature(edit.FeatureId!.Value) is { } already)
        {
            // Two people began with the same feature at the same time.
            stale.Add(already.Position);
            return null;
        }

        return basis.Code;
    }

    static string Name(ChangeOperation operation) => operation switch
    {
        ChangeOperation.Create => "create",
        ChangeOperation.Update => "update",
        _ => "delete",
    };
}

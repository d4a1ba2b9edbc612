using LongAnGis.Core.Plans;

namespace LongAnGis.Core.ChangeSets;

/// <summary>Where a change set stands between the first sketch and its publication (trạng thái hồ sơ).</summary>
public enum ChangeSetState
{
    /// <summary>Author and members edit it; nobody else knows of it.</summary>
    Draft,

    /// <summary>Everybody who is signed in may read it and comment. Exists where the province asks for it.</summary>
    Consultation,

    /// <summary>Waits for somebody else's judgement.</summary>
    Submitted,

    /// <summary>Given back with a reason; author and members edit it again.</summary>
    Returned,

    /// <summary>Found to be in order, waits for its approval. Exists where the province asks for it.</summary>
    Appraised,

    /// <summary>Approved by a document; waits to be published.</summary>
    Approved,

    /// <summary>Part of the plan. Nothing changes any more; another change set may take it back.</summary>
    Published,

    /// <summary>Given up by its author, who may open it again.</summary>
    Withdrawn,
}

/// <summary>What a state means to a reader who glances at a list: a tone of colour and an icon, always beside the word.</summary>
public enum StateTone
{
    /// <summary>At work.</summary>
    Open,

    /// <summary>Waits for somebody.</summary>
    Waiting,

    /// <summary>Something is to be mended.</summary>
    Attention,

    /// <summary>Agreed or done.</summary>
    Settled,

    /// <summary>No longer pursued.</summary>
    Quiet,
}

/// <summary>How states are written: in the database, to people, in colour.</summary>
public static class ChangeSetStates
{
    static readonly Dictionary<ChangeSetState, (string Code, Bilingual Name, StateTone Tone)> Known = new()
    {
        [ChangeSetState.Draft] = ("draft", new("bản nháp", "draft"), StateTone.Open),
        [ChangeSetState.Consultation] = ("consultation", new("đang lấy ý kiến", "in consultation"), StateTone.Waiting),
        [ChangeSetState.Submitted] = ("submitted", new("chờ thẩm định", "submitted"), StateTone.Waiting),
        [ChangeSetState.Returned] = ("returned", new("trả lại", "returned"), StateTone.Attention),
        [ChangeSetState.Appraised] = ("appraised", new("đã thẩm định", "appraised"), StateTone.Waiting),
        [ChangeSetState.Approved] = ("approved", new("đã phê duyệt", "approved"), StateTone.Settled),
        [ChangeSetState.Published] = ("published", new("đã công bố", "published"), StateTone.Settled),
        [ChangeSetState.Withdrawn] = ("withdrawn", new("đã rút", "withdrawn"), StateTone.Quiet),
    };

    public static IReadOnlyCollection<ChangeSetState> All => Known.Keys;

    /// <summary>The word in the database and in URLs.</summary>
    public static string Code(this ChangeSetState state) => Known[state].Code;

    public static Bilingual Name(this ChangeSetState state) => Known[state].Name;

    public static StateTone Tone(this ChangeSetState state) => Known[state].Tone;

    /// <summary>True while author and members may change what it proposes.</summary>
    public static bool IsEditable(this ChangeSetState state) => state is ChangeSetState.Draft or ChangeSetState.Returned;

    /// <summary>True until it is published or given up.</summary>
    public static bool IsOpen(this ChangeSetState state) => state is not (ChangeSetState.Published or ChangeSetState.Withdrawn);

    /// <summary>The state that a code names; null when there is none such.</summary>
    public static ChangeSetState? Find(string? code) =>
        Known.Where(known => known.Value.Code == code).Select(known => (ChangeSetState?)known.Key).FirstOrDefault();
}

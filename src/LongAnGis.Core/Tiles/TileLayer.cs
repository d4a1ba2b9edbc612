using System.Text;

namespace LongAnGis.Core.Tiles;

/// <summary>One layer of a tile while it is drawn. Every value is written once; features refer to it.</summary>
public sealed class TileLayer : IDisposable
{
    // Field numbers and wire types of the messages Tile, Layer and Feature: MVT 2.1, appendix A (vector_tile.proto).
    const byte LayersOfTile = (3 << 3) | 2;
    const byte NameOfLayer = (1 << 3) | 2;
    const byte FeaturesOfLayer = (2 << 3) | 2;
    const byte KeysOfLayer = (3 << 3) | 2;
    const byte ValuesOfLayer = (4 << 3) | 2;
    const byte ExtentOfLayer = 5 << 3;
    const byte VersionOfLayer = 15 << 3;
    const byte IdOfFeature = 1 << 3;
    const byte TagsOfFeature = (2 << 3) | 2;
    const byte TypeOfFeature = 3 << 3;
    const byte GeometryOfFeature = (4 << 3) | 2;

    readonly string name;
    readonly TileWorkspace workspace;
    readonly TileOptions options;
    TileGeometryType type;
    ulong featureId;
    bool drawing;

    internal TileLayer(string name, TileWorkspace workspace, TileOptions options)
    {
        (this.name, this.workspace, this.options) = (name, workspace, options);
        workspace.Features.Clear();
        workspace.Keys.Clear();
        workspace.Values.Clear();
    }

    internal bool IsFinished { get; private set; }

    /// <summary>Features drawn so far.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Draws a feature. When the answer is true, tags that follow are its attributes; false means that nothing of it shows
    /// in this tile.
    /// </summary>
    /// <param name="wkbWgs84">Well-known binary, plain or PostGIS' extended, in degrees of WGS 84, longitude first.</param>
    /// <exception cref="InvalidWkbException">The bytes are no geometry; the layer stays usable.</exception>
    public bool Add(long id, ReadOnlySpan<byte> wkbWgs84)
    {
        ObjectDisposedException.ThrowIf(IsFinished, this);
        ArgumentOutOfRangeException.ThrowIfNegative(id);
        EndFeature();
        drawing = workspace.Drawing.Draw(wkbWgs84, out type);
        featureId = (ulong)id;
        return drawing;
    }

    /// <summary>Gives the feature just drawn a text, cut to the length that the options allow.</summary>
    public void Tag(string key, ReadOnlySpan<char> text)
    {
        var length = Math.Min(text.Length, options.LongestText);
        // Half a surrogate pair would become a replacement sign.
        if (length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]))
            length--;
        Tag(key, workspace.Values.Text(text[..length]));
    }

    public void Tag(string key, string text) => Tag(key, text.AsSpan());

    /// <summary>Gives the feature just drawn a text that is UTF-8 already, as a database sends it.</summary>
    public void Tag(string key, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= options.LongestText)
            Tag(key, workspace.Values.Text(utf8));
        else
            Tag(key, Encoding.UTF8.GetString(utf8));
    }

    public void Tag(string key, double number)
    {
        if (double.IsFinite(number))
            Tag(key, workspace.Values.Number(number));
    }

    public void Tag(string key, long number) => Tag(key, workspace.Values.Whole(number));

    public void Tag(string key, bool truth) => Tag(key, workspace.Values.Truth(truth));

    /// <summary>Ends the layer and writes it into the tile.</summary>
    public void Dispose()
    {
        if (IsFinished)
            return;

        EndFeature();
        IsFinished = true;
        if (Count > 0)
            Write();
    }

    void Tag(string key, int value)
    {
        if (!drawing)
            throw new InvalidOperationException("Only a feature that shows has attributes.");

        var index = workspace.Keys.IndexOf(key);
        if (index < 0)
        {
            index = workspace.Keys.Count;
            workspace.Keys.Add(key);
        }

        var room = workspace.Tags.Reserve(2 * Varint.Longest);
        var written = Varint.Write(room, (uint)index);
        workspace.Tags.Advance(written + Varint.Write(room[written..], (uint)value));
    }

    void EndFeature()
    {
        if (!drawing)
            return;

        drawing = false;
        Count++;
        var geometry = workspace.Drawing.Commands;
        var tags = workspace.Tags.Span;
        var body = 1 + Varint.Length(featureId) + 2 + BlockLength(geometry) + (tags.IsEmpty ? 0 : BlockLength(tags));
        var room = workspace.Features.Reserve(body + 1 + Varint.Longest);
        var at = Head(room, FeaturesOfLayer, (uint)body);
        at += Head(room[at..], IdOfFeature, featureId);
        at += tags.IsEmpty ? 0 : Block(room[at..], TagsOfFeature, tags);
        at += Head(room[at..], TypeOfFeature, (uint)type);
        at += Block(room[at..], GeometryOfFeature, geometry);
        workspace.Features.Advance(at);
        workspace.Tags.Clear();
    }

    void Write()
    {
        var features = workspace.Features.Span;
        var (keys, values) = (workspace.Keys, workspace.Values);
        var body = 2 + features.Length + 1 + Varint.Length((uint)options.Extent) + TextLength(name);
        foreach (var key in keys)
            body += TextLength(key);
        for (var i = 0; i < values.Count; i++)
            body += BlockLength(values[i]);

        var room = workspace.Tile.Reserve(body + 1 + Varint.Longest);
        var at = Head(room, LayersOfTile, (uint)body);
        at += Head(room[at..], VersionOfLayer, 2);
        at += Text(room[at..], NameOfLayer, name);
        features.CopyTo(room[at..]);
        at += features.Length;
        foreach (var key in keys)
            at += Text(room[at..], KeysOfLayer, key);
        for (var i = 0; i < values.Count; i++)
            at += Block(room[at..], ValuesOfLayer, values[i]);
        at += Head(room[at..], ExtentOfLayer, (uint)options.Extent);
        workspace.Tile.Advance(at);
    }

    static int BlockLength(ReadOnlySpan<byte> block) => 1 + Varint.Length((uint)block.Length) + block.Length;

    static int TextLength(string text) =>
        Encoding.UTF8.GetByteCount(text) is var length ? 1 + Varint.Length((uint)length) + length : 0;

    /// <summary>A field's number with the number, or the length of the block, that follows it.</summary>
    static int Head(Span<byte> room, byte field, ulong value)
    {
        room[0] = field;
        return 1 + Varint.Write(room[1..], value);
    }

    static int Block(Span<byte> room, byte field, ReadOnlySpan<byte> block)
    {
        var head = Head(room, field, (uint)block.Length);
        block.CopyTo(room[head..]);
        return head + block.Length;
    }

    static int Text(Span<byte> room, byte field, string text)
    {
        var head = Head(room, field, (uint)Encoding.UTF8.GetByteCount(text));
        return head + Encoding.UTF8.GetBytes(text, room[head..]);
    }
}

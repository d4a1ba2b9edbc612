using System.Runtime.CompilerServices;

namespace LongAnGis.Core.Tiles;

/// <summary>A list that keeps its array when emptied, so that the next row or tile allocates nothing.</summary>
sealed class Growing<T>(int capacity = 64)
    where T : struct
{
    T[] items = new T[capacity];

    public int Count { get; private set; }

    public Span<T> Span => items.AsSpan(0, Count);

    public int Capacity => items.Length;

    public ref T this[int index] => ref items[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        if (Count == items.Length)
            Array.Resize(ref items, Count * 2);
        items[Count++] = item;
    }

    /// <summary>Room for so many more items at the end, to be written into and then kept with <see cref="Advance"/>.</summary>
    public Span<T> Reserve(int more)
    {
        if (items.Length - Count < more)
            Array.Resize(ref items, Math.Max(items.Length * 2, Count + more));
        return items.AsSpan(Count);
    }

    public void Advance(int written) => Count += written;

    public void Append(ReadOnlySpan<T> more)
    {
        more.CopyTo(Reserve(more.Length));
        Count += more.Length;
    }

    public void ShortenTo(int count) => Count = count;

    public void Clear() => Count = 0;
}
